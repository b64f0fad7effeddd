using Marsad.Engine.Lists;
using Marsad.Engine.Matching;

namespace Marsad.Engine.Tests.Matching;

public class TokenMemoryTests
{
    [Fact]
    public void A_word_weighs_the_same_whoever_was_asked_about_before()
    {
        // Müller also reads Mueller, Muller does not; SA is a legal form in one name and a word in another.
        string[] names = ["Müller", "Muller", "Sa Baden", "Baden SA", "Maria", "Мария", "محمد", "Mhmd"];
        foreach (var asPerson in (bool[])[true, false])
        {
            foreach (var name in names.Concat(names.Reverse()))
            {
                var listed = new ListName(name, NameKind.Primary, "name");
                var fresh = ScoringModel.V1.NewForms().Prepare(listed, asPerson).Single();
                var recent = ScoringModel.V1.Forms.Prepare(listed, asPerson).Single();
                Assert.Equal(fresh.Words.Select(w => (w.Role, w.Token.Key, w.Token.Rarity, w.Token.Concept)), recent.Words.Select(w => (w.Role, w.Token.Key, w.Token.Rarity, w.Token.Concept)));
            }
        }
    }

    [Fact]
    public void A_word_is_one_token_throughout_a_watchlist()
    {
        var forms = ScoringModel.V1.NewForms();
        Assert.Same(Word("Salim Karimov"), Word("Karimov, Salim"));

        object Word(string name) => forms.Prepare(new ListName(name, NameKind.Primary, "name"), asPerson: true).Single().Words[1].Token;
    }
}
