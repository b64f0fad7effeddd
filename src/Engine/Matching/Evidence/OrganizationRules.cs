using Marsad.Engine.Names;

namespace Marsad.Engine.Matching;

/// <summary>What is said of the names of organizations and things and not of people: numbers decide, and a word more or less is another firm.</summary>
/// <remarks>
/// <para>Names of people are written down by ear; names of firms are copied. So a firm whose name differs in a word on either side is a
/// sister firm, and one whose name differs in a few letters, or in one word more, is one at best: what all other words say is then
/// counted in part only. Every rule lowers the weight of the pairs, so that the bounds of the index hold.</para>
/// <para>Codes and initials agree to the letter or are somebody else's. Legal forms carry no name, and a person no firm that was named
/// after him.</para>
/// <para>Examples: Steel Tubes, Steel Wires; Golden Lotus 3, Golden Lotus 8; Nakamura Tooling, Nakamura Tooling Canada.</para>
/// </remarks>
internal sealed class OrganizationRules(Weights weights)
{
    /// <summary>A longer word is no abbreviation.</summary>
    private const int LongestCutShort = 5;

    /// <summary>A word of no more letters is a code: a letter more or less makes it another one.</summary>
    private const int LongestCode = 3;

    private static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create("aeiouy");

    /// <summary>Words that begin with so many same letters are forms of one word.</summary>
    private const int Stem = 3;

    /// <summary>Two generic words that are misspelled are anybody's.</summary>
    private const int LeastMisspelled = 3;

    /// <summary>How two names differ.</summary>
    private ref struct Differences
    {
        /// <summary>A word, number or legal form that only the subject has.</summary>
        public string? Query;

        /// <summary>The same for the entry.</summary>
        public string? Listed;

        /// <summary>Whether that alone tells them apart: a country, a ship's number, the legal form of another country.</summary>
        public bool TellsApart;

        /// <summary>Whether a word is spelled otherwise.</summary>
        public bool IsRespelled;

        /// <summary>Whether a word that names one firm stands on both sides as it is.</summary>
        public bool IsNamed;
    }

    /// <summary>The words of two names and how they were paired.</summary>
    /// <param name="query">The subject's words.</param>
    /// <param name="listed">The entry's words.</param>
    /// <param name="columnOf">For each of the subject's words the entry's word it met, or −1.</param>
    /// <param name="taken">For each of the entry's words whether it met one.</param>
    /// <param name="bits">What each pair weighs, the subject's words row by row.</param>
    public readonly ref struct Pairing(Span<NameWord> query, Span<NameWord> listed, ReadOnlySpan<int> columnOf, ReadOnlySpan<bool> taken, ReadOnlySpan<double> bits)
    {
        public readonly ReadOnlySpan<NameWord> Query = query, Listed = listed;
        public readonly ReadOnlySpan<int> ColumnOf = columnOf;
        public readonly ReadOnlySpan<bool> Taken = taken;
        public readonly ReadOnlySpan<double> Bits = bits;
    }

    /// <summary>What a word says that the other name does not have.</summary>
    /// <param name="word">The word.</param>
    /// <param name="isAsked">Whether it is the subject's.</param>
    public double Alone(NameWord word, bool isAsked) => word.Role switch
    {
        PartRole.Particle => 0,
        PartRole.Title => weights.TitleUnmatched,
        PartRole.LegalForm => weights.LegalFormUnmatched,
        PartRole.Generic => weights.GenericUnmatched,
        _ when word.Token.IsCountry => weights.CountryUnmatched,
        _ => (isAsked ? weights.OrganizationQueryUnmatched : weights.OrganizationListedUnmatched) - weights.OrganizationRarityShare * word.Token.Rarity,
    };

    /// <summary>What the numbers of two names say.</summary>
    public double Numbers(NameForm query, NameForm listed, List<PartPair>? parts)
    {
        if (query.Numbers.IsEmpty && listed.Numbers.IsEmpty)
            return 0;
        string? a = query.Numbers.IsEmpty ? null : string.Join(' ', query.Numbers), b = listed.Numbers.IsEmpty ? null : string.Join(' ', listed.Numbers);
        if (a is null || b is null)
            return NameEvidence.Add(parts, a, b, PartRelation.Unmatched, weights.NumberMissing);
        var same = HaveSameNumbers(query, listed);
        return NameEvidence.Add(parts, a, b, same ? PartRelation.Same : PartRelation.Contradiction, same ? weights.NumberMatched : weights.NumberConflict);
    }

    /// <summary>How much less two names say than the sum of their pairs; never more than 0.</summary>
    /// <param name="query">The subject's name.</param>
    /// <param name="listed">The entry's name.</param>
    /// <param name="pairing">How their words met.</param>
    /// <param name="total">The sum of their pairs.</param>
    /// <param name="whole">What of it stands there because nothing is left over.</param>
    /// <param name="parts">Takes what is counted off; null when nobody asks.</param>
    public double Limit(NameForm query, NameForm listed, Pairing pairing, double total, double whole, List<PartPair>? parts)
    {
        var differ = Differ(query, listed, pairing);
        double less = 0;
        // Argon Ltd and Argut Ltd agree on Ltd: what carries no name is not counted where the name itself is another spelling.
        if (differ.IsRespelled && !differ.IsNamed && whole + OfForms(pairing) is > 0 and var carried && total > 0)
            less += NameEvidence.Add(parts, null, null, PartRelation.Doubt, -Math.Min(carried, total));
        if (total + less > weights.ContainedPersonCap && IsPersonInFirm(pairing, out var activity))
            less += NameEvidence.Add(parts, null, activity, PartRelation.Doubt, weights.ContainedPersonCap - total - less);
        return less + Limit(query, listed, differ, total + less, parts);
    }

    private double Limit(NameForm query, NameForm listed, Differences differ, double total, List<PartPair>? parts)
    {
        // Steel Tubes and Steel Wires are sister firms, however many other words agree; and so are a firm and the same in Canada.
        var isOther = differ.TellsApart || (differ.Query is not null && differ.Listed is not null);
        // Initials stand for a whole name: with another word beside them they are somebody else's, or a part of the body.
        if ((query.IsAcronym || listed.IsAcronym) && (isOther || differ.Query is not null || differ.Listed is not null))
            return total <= 0 ? 0 : NameEvidence.Add(parts, differ.Query, differ.Listed, PartRelation.Contradiction, -total);
        if (isOther)
            return total <= weights.OrganizationContradictionCap ? 0
                : NameEvidence.Add(parts, differ.Query, differ.Listed, PartRelation.Contradiction, weights.OrganizationContradictionCap - total);
        var isDoubtful = differ.IsRespelled || differ.Query is not null || differ.Listed is not null;
        if (!isDoubtful || total <= weights.OrganizationDoubtCap)
            return 0;
        return NameEvidence.Add(parts, differ.Query, differ.Listed, PartRelation.Doubt,
            (weights.OrganizationDoubtShare - 1) * (total - weights.OrganizationDoubtCap));
    }

    private Differences Differ(NameForm query, NameForm listed, Pairing pairing)
    {
        var differ = default(Differences);
        for (var i = 0; i < pairing.Query.Length; i++)
        {
            var word = pairing.Query[i];
            var j = pairing.ColumnOf[i];
            if (j >= 0)
                Compare(ref differ, word, pairing.Listed[j], pairing.Bits[i * pairing.Listed.Length + j]);
            else if (NameEvidence.IsTelling(word))
                (differ.Query, differ.TellsApart) = (differ.Query ?? word.Text, differ.TellsApart || word.Token.IsCountry);
        }
        for (var j = 0; j < pairing.Listed.Length; j++)
        {
            var word = pairing.Listed[j];
            if (!pairing.Taken[j] && NameEvidence.IsTelling(word))
                (differ.Listed, differ.TellsApart) = (differ.Listed ?? word.Text, differ.TellsApart || word.Token.IsCountry);
        }
        if (!HaveSameNumbers(query, listed))
        {
            differ.Query ??= query.Numbers.FirstOrDefault();
            differ.Listed ??= listed.Numbers.FirstOrDefault();
            // Coral Heron and Coral Heron 2 are two ships of one owner.
            differ.TellsApart |= query.IsVessel || listed.IsVessel;
        }
        else if (differ.Query is not null && differ.Listed is not null && !differ.TellsApart)
            Excuse(ref differ, pairing);
        CompareForms(ref differ, query, listed);
        return differ;
    }

    private void Compare(ref Differences differ, NameWord a, NameWord b, double bits)
    {
        var isRespelled = IsRespelled(a, b, bits);
        if (AreOtherInitials(a, b, bits) || (isRespelled && AreOtherCodes(a.Token.Form, b.Token.Form)))
            (differ.Query, differ.Listed, differ.TellsApart) = (a.Text, b.Text, true);
        differ.IsRespelled |= isRespelled;
        differ.IsNamed |= !isRespelled && bits > 0 && NameEvidence.IsDistinctive(a) && NameEvidence.IsDistinctive(b);
    }

    // PFLP is not PFLM, and no word that sounds like it.
    private bool AreOtherInitials(NameWord a, NameWord b, double bits) =>
        a.Token.Form != b.Token.Form && (CuratedGroups.AreInitials(a.Token.Form) || CuratedGroups.AreInitials(b.Token.Form))
        && (a.Token.Script == b.Token.Script || bits < Math.Min(a.Token.Rarity, b.Token.Rarity) - weights.OrganizationVariant);

    // UEC and UK, TMA and Toumeh, BDTK and BDTM; but Irn may be Iran.
    private static bool AreOtherCodes(string a, string b)
    {
        var (shorter, longer) = a.Length < b.Length ? (a, b) : (b, a);
        return shorter.Length <= LongestCode ? longer.Length <= LongestCode || longer.Length > shorter.Length + 1
            : HasNoVowel(a) && HasNoVowel(b);
    }

    private static bool HasNoVowel(string form) => char.IsAsciiLetterLower(form[0]) && !form.AsSpan().ContainsAny(Vowels);

    // What the legal forms of both bring.
    private static double OfForms(Pairing pairing)
    {
        double bits = 0;
        for (var i = 0; i < pairing.Query.Length; i++)
        {
            if (pairing.Query[i].Role == PartRole.LegalForm && pairing.ColumnOf[i] is >= 0 and var j)
                bits += Math.Max(0, pairing.Bits[i * pairing.Listed.Length + j]);
        }
        return bits;
    }

    // Karim Zadran, and the Karim Zadran Money Exchange: one name is a person's and stands whole in that of a firm that says what it does.
    private static bool IsPersonInFirm(Pairing pairing, out string? activity)
    {
        Span<bool> met = stackalloc bool[pairing.Query.Length];
        for (var i = 0; i < met.Length; i++)
            met[i] = pairing.ColumnOf[i] >= 0;
        activity = null;
        return (IsPersonMet(pairing.Query, met) && LeavesActivity(pairing.Listed, pairing.Taken, out activity))
            || (IsPersonMet(pairing.Listed, pairing.Taken) && LeavesActivity(pairing.Query, met, out activity));
    }

    private static bool IsPersonMet(ReadOnlySpan<NameWord> words, ReadOnlySpan<bool> met)
    {
        var names = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i].Role == PartRole.Particle)
                continue;
            if (!met[i] || !NameEvidence.IsDistinctive(words[i]) || !words[i].Token.IsPersonName)
                return false;
            names++;
        }
        return names > 1;
    }

    /// <summary>Whether two names that agree on generic words only are two bodies: one does something more, or the words only mean the same.</summary>
    /// <remarks>Nuclear Research Center, Nuclear Science and Research Center; Universal Technology, Global Technology.</remarks>
    public static bool AreOtherBodies(ReadOnlySpan<NameWord> query, ReadOnlySpan<NameWord> listed, ReadOnlySpan<int> columnOf, ReadOnlySpan<bool> taken)
    {
        Span<bool> met = stackalloc bool[query.Length];
        for (var i = 0; i < met.Length; i++)
        {
            met[i] = columnOf[i] >= 0;
            if (met[i] && AreSynonyms(query[i], listed[columnOf[i]]))
                return true;
        }
        return LeavesActivity(query, met, out _) || LeavesActivity(listed, taken, out _);
    }

    // Tech and Technology are one word; Global and Universal are two.
    private static bool AreSynonyms(NameWord a, NameWord b) =>
        a.Role == PartRole.Generic && b.Role == PartRole.Generic && a.Token.Concept is { } concept && concept == b.Token.Concept && a.Token.Script == b.Token.Script
        && a.Token.Form.AsSpan().CommonPrefixLength(b.Token.Form) < Math.Min(Stem, Math.Min(a.Token.Form.Length, b.Token.Form.Length));

    /// <summary>Whether a name of several generic words is the other one misspelled: nothing is left over, and no word of it is a name of its own.</summary>
    public static bool IsMisspelled(ReadOnlySpan<NameWord> query, ReadOnlySpan<NameWord> listed, ReadOnlySpan<int> columnOf)
    {
        var words = 0;
        for (var i = 0; i < query.Length; i++)
        {
            if (!NameEvidence.IsTelling(query[i]))
                continue;
            if (columnOf[i] is not (>= 0 and var j) || listed[j].Role != PartRole.Generic || (query[i].Role != PartRole.Generic && query[i].Token.IsKnown))
                return false;
            words++;
        }
        foreach (var word in listed)
            words -= NameEvidence.IsTelling(word) ? 1 : 0;
        return words == 0 && query.Length >= LeastMisspelled;
    }

    /// <summary>Finds what a firm does among the words that met none.</summary>
    private static bool LeavesActivity(ReadOnlySpan<NameWord> words, ReadOnlySpan<bool> met, out string? activity)
    {
        activity = null;
        for (var i = 0; i < words.Length && activity is null; i++)
        {
            if (!met[i] && words[i].Role == PartRole.Generic && OrganizationWords.IsActivity(words[i].Token.Form))
                activity = words[i].Text;
        }
        return activity is not null;
    }

    // Indústria and IND., Renzo and R.: a word cut short is doubtful, and no other word.
    private static void Excuse(ref Differences differ, Pairing pairing)
    {
        for (var i = 0; i < pairing.Query.Length; i++)
        {
            if (pairing.ColumnOf[i] >= 0 || !NameEvidence.IsTelling(pairing.Query[i]))
                continue;
            var isCutShort = false;
            for (var j = 0; j < pairing.Listed.Length; j++)
                isCutShort |= !pairing.Taken[j] && AreOneCutShort(pairing.Query[i], pairing.Listed[j]);
            if (!isCutShort)
                return;
        }
        (differ.Query, differ.Listed, differ.IsRespelled) = (null, null, true);
    }

    private static bool AreOneCutShort(NameWord a, NameWord b)
    {
        var (shorter, longer) = a.Token.Form.Length < b.Token.Form.Length ? (a.Token, b.Token) : (b.Token, a.Token);
        return shorter.Script == longer.Script && shorter.Form.Length <= LongestCutShort && longer.Form.Length >= shorter.Form.Length + 2
            && longer.Form.StartsWith(shorter.Form, StringComparison.Ordinal);
    }

    // GmbH and Sdn Bhd are registered in different countries; a ship has no legal form at all.
    private static void CompareForms(ref Differences differ, NameForm query, NameForm listed)
    {
        bool asked = false, printed = false, areNational = false, meet = false;
        foreach (var b in listed.Words)
            printed |= b.Role == PartRole.LegalForm;
        foreach (var a in query.Words)
        {
            if (a.Role != PartRole.LegalForm)
                continue;
            asked = true;
            foreach (var b in listed.Words)
            {
                if (b.Role != PartRole.LegalForm || a.Token.FormCountries.IsEmpty || b.Token.FormCountries.IsEmpty)
                    continue;
                areNational = true;
                meet |= a.Token.FormCountries.AsSpan().IndexOfAny(b.Token.FormCountries.AsSpan()) >= 0;
            }
        }
        if ((areNational && !meet) || ((query.IsVessel || listed.IsVessel) && asked != printed))
        {
            differ.TellsApart = true;
            differ.Query ??= FormOf(query);
            differ.Listed ??= FormOf(listed);
        }
    }

    private static string? FormOf(NameForm name) => name.Words.FirstOrDefault(w => w.Role == PartRole.LegalForm)?.Text;

    // A slip of the pen, a plural, or another word: Jinqiao, Yinqiao. Across scripts letters differ anyway.
    private bool IsRespelled(NameWord a, NameWord b, double bits) =>
        NameEvidence.IsTelling(a) && a.Token.Script == b.Token.Script && a.Token.Form != b.Token.Form && (a.Token.Concept is null || a.Token.Concept != b.Token.Concept)
        && bits < Math.Min(a.Token.Rarity, b.Token.Rarity) * Math.Min(weights.ShareOf(a.Role), weights.ShareOf(b.Role)) - weights.OrganizationVariant;

    private static bool HaveSameNumbers(NameForm query, NameForm listed) =>
        query.Numbers.Order(StringComparer.Ordinal).SequenceEqual(listed.Numbers.Order(StringComparer.Ordinal));
}
