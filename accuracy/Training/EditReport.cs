using System.Globalization;
using System.Text;

namespace Marsad.Accuracy.Training;

/// <summary>What <c>train-edits</c> learned from what, and how well it explains pairs it did not learn from.</summary>
internal static class EditReport
{
    private const int HeldOutOf = 10;
    private const int Shown = 12;

    /// <summary>The report.</summary>
    /// <param name="columns">What each column is called, the pairs it is learned from and what was learned.</param>
    /// <param name="mostClusters">How many pairs of longer graphemes a column may have.</param>
    /// <param name="attested">How many pairs of names the lists print for one.</param>
    public static string Of(IReadOnlyList<(string Name, IReadOnlyList<SpellingPair> Pairs, EditLearning Learned)> columns, int mostClusters, int attested)
    {
        var text = new StringBuilder(Header);
        text.Append("| column | pairs | different | letters only | with graphemes |\n|---|---|---|---|---|\n");
        foreach (var (name, pairs, learned) in columns)
        {
            var (letters, graphemes) = (HeldOut(pairs, learned.IsSymmetric, 0), HeldOut(pairs, learned.IsSymmetric, mostClusters));
            text.Append(CultureInfo.InvariantCulture, $"| {name} | {pairs.Count} | {pairs.Count(p => p.First[0] != p.Second)} | {letters:F2} | {graphemes:F2} |\n");
        }
        text.Append(CultureInfo.InvariantCulture, $"\nPairs of names attested as one (`spellings.tsv`): {attested}.\n\n## Graphemes that explain most\n");
        foreach (var (name, _, learned) in columns)
        {
            var costs = new EditCosts(learned);
            text.Append(CultureInfo.InvariantCulture, $"\n### {name}\n\n| graphemes | bits |{(learned.IsSymmetric ? " example |" : "")}\n|---|---|{(learned.IsSymmetric ? "---|" : "")}\n");
            foreach (var (a, b) in learned.Clusters.Where(c => costs.Of(c.A, c.B) is not null && (!learned.IsSymmetric || string.CompareOrdinal(c.A, c.B) < 0)).Take(Shown))
                text.Append(CultureInfo.InvariantCulture, $"| {EditTrainer.Printed(a)} ~ {EditTrainer.Printed(b)} | {costs.Of(a, b):F1} |{(learned.IsSymmetric ? $" {learned.ExampleOf(a, b)} |" : "")}\n");
        }
        return text.ToString();
    }

    // Mean log2 chance of every tenth pair by what the others teach.
    private static double HeldOut(IReadOnlyList<SpellingPair> pairs, bool isSymmetric, int mostClusters)
    {
        var learned = EditLearning.Learn([.. pairs.Where((_, i) => i % HeldOutOf != 0)], isSymmetric, mostClusters);
        return pairs.Where((p, i) => i % HeldOutOf == 0).Select(learned.BitsOf).Where(double.IsFinite).Average();
    }

    private const string Header = """
        # What differences of spelling cost: the training of `edits.tsv`

        Written by `train-edits`, which makes the table. Learned from the aliases of the starter lists (UN 2026-02-27, OFAC SDN 2024-05-03), from
        NETransliteration-COLING2018 (Arabic, Russian; Wikidata, CC0), google/transliteration (Arabic, Apache-2.0) and
        NLP-BackTransliteration-PersianNames (MIT). How the model works: `docs/matching.md`.

        The last two columns are the mean log2 chance of a pair among the tenth of the pairs that was held out, learned from the other nine
        tenths, by single letters alone and with the admitted graphemes of several letters: nearer to zero is better. The table that was set by
        hand before was no model of chances and has no such figure; the two were compared by screening (`screen`, seed 7).


        """;
}
