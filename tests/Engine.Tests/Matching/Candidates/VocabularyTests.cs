using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Matching.Candidates;

namespace Marsad.Engine.Tests.Matching.Candidates;

public class VocabularyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_search_finds_every_word_within_the_limit_at_its_cost_and_no_other(bool asPerson)
    {
        var listed = Tokens(ScoringModel.V1.NewForms(), asPerson, c => c.Name2);
        var vocabulary = new Vocabulary(listed, ScoringModel.V1.Edits, ScoringModel.V1.Pairs);
        foreach (var query in Tokens(ScoringModel.V1.NewForms(), asPerson, c => c.Name1))
        {
            var costs = new float[listed.Count];
            Array.Fill(costs, float.PositiveInfinity);
            var found = new List<int>();
            vocabulary.Search(query, costs, found);
            if (!query.IsJoined)
                vocabulary.SearchJoined(query, costs, found);
            foreach (var token in vocabulary.Tokens.Where(t => !(query.IsJoined && t.IsJoined)))
            {
                var cost = ScoringModel.V1.Pairs.Cost(query, token);
                var limit = token.IsJoined ? Math.Min(ScoringModel.V1.Pairs.LimitOf(query), ScoringModel.V1.Pairs.JoinedLimit) : ScoringModel.V1.Pairs.LimitOf(query);
                var expected = cost <= limit ? cost : float.PositiveInfinity;
                Assert.True(expected == costs[token.Id], $"{query.Form} {token.Form}: {expected} {costs[token.Id]}");
            }
            Assert.Equal(found.Count, found.Distinct().Count());
            Assert.Equal(found.Order(), Enumerable.Range(0, costs.Length).Where(id => !float.IsPositiveInfinity(costs[id])));
        }
    }

    private static List<Token> Tokens(NameForms forms, bool asPerson, Func<LabelledCase, string> name) =>
        [.. LabelledCases.All.Where(c => c.Kind == "person" == asPerson)
            .SelectMany(c => forms.Prepare(new ListName(name(c), NameKind.Primary, "name"), asPerson))
            .SelectMany(f => f.Words.Concat(f.Joined.Select(j => j.Word))).Select(w => w.Token).Distinct()];
}
