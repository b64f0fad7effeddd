using Marsad.Engine.Lists;
using Marsad.Engine.Matching;
using Marsad.Engine.Matching.Candidates;
using Marsad.Engine.Matching.Index;

namespace Marsad.Engine.Tests.Matching.Candidates;

public class VocabularyTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_search_finds_every_word_within_the_limit_at_its_cost_and_no_other(bool asPerson)
    {
        var pairs = ScoringModel.V1.Pairs;
        var vocabulary = Listed(asPerson);
        foreach (var query in Asked(asPerson))
        {
            var costs = new Dictionary<int, float>();
            vocabulary.Search(query, costs);
            for (var id = 0; id < vocabulary.Count; id++)
            {
                var token = vocabulary[id];
                if (token.IsJoined && (query.IsJoined || !PairWeights.MayBeTwo(query)))
                    continue;
                var cost = pairs.Cost(query, token);
                var limit = token.IsJoined ? Math.Min(pairs.LimitOf(query), pairs.JoinedLimit) : pairs.LimitOf(query);
                var expected = cost <= limit ? cost : float.PositiveInfinity;
                Assert.True(expected == costs.GetValueOrDefault(id, float.PositiveInfinity), $"{query.Form} {token.Form}: {expected}");
            }
        }
    }

    /// <summary>Words are also found where the processor has no vectors, and at the same costs.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Rows_of_vectors_find_what_rows_of_letters_find(bool asPerson)
    {
        var sections = Sections(asPerson);
        var trees = new SpellingTrees(sections, asPerson);
        foreach (var spelling in Asked(asPerson).SelectMany(t => t.Spellings).Where(s => s.Length > 0))
        {
            foreach (var limit in (float[])[1.5f, 4, 7.5f])
            {
                foreach (var tree in trees.Trees)
                {
                    List<(int, float)> byVectors = [], byLetters = [];
                    trees.Search(ScoringModel.V1.Edits, tree, spelling, limit, byVectors);
                    trees.Search(ScoringModel.V1.Edits, tree, spelling, limit, byLetters, byVectors: false);
                    Assert.Equal(byLetters, byVectors);
                }
            }
        }
    }

    private static Vocabulary Listed(bool asPerson) => new(ScoringModel.V1, asPerson, Sections(asPerson));

    private static IndexSections Sections(bool asPerson)
    {
        using var bytes = new MemoryStream();
        var entries = Cases(asPerson).Select((c, i) => new ListEntry { Id = "x:" + i, Schema = asPerson ? EntrySchema.Person : EntrySchema.Organization, Names = [Name(c.Name2)] });
        IndexWriter.Write(entries, ScoringModel.V1, bytes, "", keepsEntries: false);
        return new IndexSections(IndexBytes.Of(bytes.ToArray()));
    }

    private static List<Token> Asked(bool asPerson)
    {
        var forms = ScoringModel.V1.NewForms();
        return [.. Cases(asPerson).SelectMany(c => forms.Prepare(Name(c.Name1), asPerson)).SelectMany(f => f.Words.Concat(f.Joined.Select(j => j.Word))).Select(w => w.Token).Distinct()];
    }

    private static IEnumerable<LabelledCase> Cases(bool asPerson) => LabelledCases.All.Where(c => c.Kind == "person" == asPerson);

    private static ListName Name(string text) => new(text, NameKind.Primary, "name");
}
