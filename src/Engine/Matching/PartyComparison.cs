using System.Collections.Immutable;
using Marsad.Engine.Lists;

namespace Marsad.Engine.Matching;

/// <summary>Adds up all evidence on a subject and an entry.</summary>
internal sealed class PartyComparison(NameEvidence names, Weights weights)
{
    /// <summary>The evidence beyond the name, each weighed on its own.</summary>
    public readonly record struct Others(
        EvidenceWeight BirthDate, EvidenceWeight Country, EvidenceWeight Gender, EvidenceWeight BirthPlace, EvidenceWeight Identifier, EvidenceWeight Address)
    {
        /// <summary>What they add to names of a weight: below the floor, agreement does not count (an identifier always does).</summary>
        public double Bits(double nameBits, double floor)
        {
            var counts = nameBits >= floor;
            return Counted(BirthDate, counts) + Counted(Country, counts) + Counted(Gender, counts) + Counted(BirthPlace, counts)
                + Identifier.Bits + Counted(Address, counts);
        }

        /// <summary>The bits of one piece of evidence, as far as they count.</summary>
        public static double Counted(EvidenceWeight evidence, bool aboveFloor) => aboveFloor ? evidence.Bits : Math.Min(evidence.Bits, 0);
    }

    /// <summary>The least that names must weigh so that everything together may reach what is needed; holders of the subject's numbers apart.</summary>
    public double NeededOfNames(Subject subject, double needed)
    {
        var most = MostBeyondNames(subject, subject.BirthDates.IsEmpty ? 0 : BirthDateEvidence.Most(weights));
        // Below the floor nothing but a number counts for the subject.
        return Math.Min(needed - IdentifierEvidence.MostUnequal(subject.Identifiers, weights), Math.Max(needed - most, weights.NameFloor));
    }

    /// <summary>The most that everything beyond the names can weigh; holders of the subject's numbers apart.</summary>
    /// <param name="subject">Who is asked for.</param>
    /// <param name="birthDateBits">What the dates of birth weigh, or can weigh.</param>
    public double MostBeyondNames(Subject subject, double birthDateBits) =>
        birthDateBits + IdentifierEvidence.MostUnequal(subject.Identifiers, weights) + (subject.Addresses.IsEmpty ? 0 : weights.AddressAgrees);

    /// <summary>The best of all pairs of names.</summary>
    /// <param name="Weight">Its weight; no names on a side weigh nothing.</param>
    /// <param name="Query">The position of the subject's name; −1 when no names met.</param>
    /// <param name="Listed">The position of the entry's name.</param>
    public readonly record struct BestName(NameWeight Weight, int Query, int Listed);

    /// <summary>Weighs everything but the names.</summary>
    public Others WeighOthers(Subject subject, ListedParty listed)
    {
        var entry = listed.Entry;
        return new Others(
            BirthDateEvidence.Weigh(subject.BirthDates.AsSpan(), listed.BirthDates.AsSpan(), weights),
            CountryEvidence.Weigh(subject.Countries, entry.Countries, weights),
            GenderEvidence.Weigh(subject.Gender, entry.Genders, weights),
            BirthPlaceEvidence.Weigh(subject.BirthPlaces, entry.BirthPlaces, weights),
            IdentifierEvidence.Weigh(subject.Identifiers, entry.Identifiers, weights),
            AddressEvidence.Weigh(subject.Addresses, entry.Addresses, weights));
    }

    /// <summary>Finds the pair of names that weighs most.</summary>
    /// <param name="asked">The subject's names.</param>
    /// <param name="listed">The entry.</param>
    /// <param name="costOf">The edit cost of two words.</param>
    /// <param name="withWeak">Whether the entry's weak aliases take part.</param>
    public BestName WeighNames(ImmutableArray<NameForm> asked, ListedParty listed, NameEvidence.CostOf costOf, bool withWeak = true)
    {
        BestName? best = null;
        for (var i = 0; i < asked.Length; i++)
        {
            for (var j = 0; j < listed.Names.Length; j++)
            {
                if (withWeak || !listed.Names[j].IsWeak)
                    best = Better(best, WeighName(asked, i, listed, j, costOf));
            }
        }
        return best ?? new BestName(default, -1, -1);
    }

    /// <summary>Weighs one pair of names.</summary>
    public BestName WeighName(ImmutableArray<NameForm> asked, int i, ListedParty listed, int j, NameEvidence.CostOf costOf)
    {
        var weight = names.Weigh(asked[i], listed.Names[j], listed.IsPerson, costOf);
        var own = OwnWriting(asked[i], weight.Bits, listed, j, costOf);
        return new BestName(weight with { Bits = Math.Max(Math.Min(weight.Bits, own.Most), weights.LeastNameBits) }, i, j);
    }

    /// <summary>
    /// Jamil asked in Latin letters meets جمال, which writes no vowel; where the entry itself writes that name Jamal, its own writing says how far
    /// the other may explain. Gives the most that a name in another script says, and the name in the subject's script that it is.
    /// </summary>
    private (double Most, NameForm? Writing) OwnWriting(NameForm asked, double bits, ListedParty listed, int j, NameEvidence.CostOf costOf)
    {
        var most = (Bits: double.PositiveInfinity, Writing: (NameForm?)null);
        var other = listed.Names[j];
        if (!listed.IsPerson || bits <= weights.ContradictionCap || listed.Names.Length < 2 || AreOfOneScript(asked, other))
            return most;
        foreach (var writing in listed.Names)
        {
            if (writing.IsWeak || !AreOfOneScript(asked, writing) || names.Weigh(other, writing, true, costOf).Similarity < weights.OwnWritingSimilarity)
                continue;
            var its = Math.Max(names.Weigh(asked, writing, true, costOf).Bits + weights.OtherScriptMore, 0);
            if (most.Writing is null || its > most.Bits)
                most = (its, writing);
        }
        return most;
    }

    private static bool AreOfOneScript(NameForm a, NameForm b) => a.Words.IsEmpty || b.Words.IsEmpty || a.Words[0].Token.Script == b.Words[0].Token.Script;

    /// <summary>The better of two pairs of names: more bits, then more alike, then the entry's and the subject's earlier name.</summary>
    public static BestName Better(BestName? first, BestName second)
    {
        if (first is not { } a)
            return second;
        if (a.Weight.Bits != second.Weight.Bits)
            return a.Weight.Bits > second.Weight.Bits ? a : second;
        if (a.Weight.Similarity != second.Weight.Similarity)
            return a.Weight.Similarity > second.Weight.Similarity ? a : second;
        return (a.Listed, a.Query).CompareTo((second.Listed, second.Query)) <= 0 ? a : second;
    }

    /// <summary>The sum of all bits.</summary>
    public double Total(double nameBits, Others others) => nameBits + others.Bits(nameBits, weights.NameFloor);

    /// <summary>Puts a comparison together.</summary>
    public Comparison Conclude(AskedParty asked, ListedParty listed, BestName best, Others others, Certainty certainty, NameEvidence.CostOf costOf, bool explain)
    {
        var bits = Total(best.Weight.Bits, others);
        var askedNames = asked.Names(listed.IsPerson);
        return new Comparison(
            certainty.Of(bits),
            bits,
            best.Weight.Similarity,
            OfacParity.Score(asked.Subject.Names, listed.Entry.Names),
            best.Listed < 0 ? null : listed.Names[best.Listed].Text,
            BandOf(best, others),
            explain ? Explain(asked.Subject, askedNames, listed, best, others, costOf) : []);
    }

    private Band BandOf(BestName best, Others others)
    {
        if (others.Identifier is { Verdict: Verdict.Agrees } identifier && identifier.Bits >= weights.IdentifierAgrees / 2)
            return Band.Strong;
        if (best.Weight.Bits < weights.NameFloor)
            return Band.Possible;
        var agreements = new[] { others.Country, others.Gender, others.BirthPlace, others.Address }.Count(e => e.Verdict == Verdict.Agrees);
        if (others.BirthDate.Verdict == Verdict.Agrees)
            return others.BirthDate.Bits >= weights.BirthDayAgrees && agreements > 0 ? Band.Strong : Band.Probable;
        // Gender alone halves mankind; it is no independent agreement.
        return others.Country.Verdict == Verdict.Agrees || others.BirthPlace.Verdict == Verdict.Agrees || others.Address.Verdict == Verdict.Agrees
            ? Band.Probable : Band.Possible;
    }

    private ImmutableArray<Evidence> Explain(
        Subject subject, ImmutableArray<NameForm> askedNames, ListedParty listed, BestName best, Others others, NameEvidence.CostOf costOf)
    {
        var entry = listed.Entry;
        var counts = best.Weight.Bits >= weights.NameFloor;
        return
        [
            ExplainName(askedNames, listed, best, costOf),
            Line(EvidenceKind.BirthDate, others.BirthDate, subject.BirthDates, d => d.ToString(), listed.BirthDates, d => d.ToString(), counts),
            Line(EvidenceKind.Country, others.Country, subject.Countries, c => c.Text, entry.Countries, c => c.Text, counts),
            Line<Gender, Sourced<Gender>>(EvidenceKind.Gender, others.Gender, subject.Gender is { } g ? [g] : [], Word, entry.Genders, x => Word(x.Value), counts),
            Line(EvidenceKind.BirthPlace, others.BirthPlace, subject.BirthPlaces, p => p, entry.BirthPlaces, p => p.Text, counts),
            Line(EvidenceKind.Identifier, others.Identifier, subject.Identifiers, i => i.Value, entry.Identifiers, i => i.Value, true),
            Line(EvidenceKind.Address, others.Address, subject.Addresses, a => a.Text, entry.Addresses, a => a.Text, counts),
        ];
    }

    private Evidence ExplainName(ImmutableArray<NameForm> askedNames, ListedParty listed, BestName best, NameEvidence.CostOf costOf)
    {
        if (best.Query < 0)
            return new Evidence(EvidenceKind.Name, Verdict.Missing, null, null, best.Weight.Bits);
        NameForm query = askedNames[best.Query], name = listed.Names[best.Listed];
        var parts = new List<PartPair>();
        var weight = names.Weigh(query, name, listed.IsPerson, costOf, parts);
        if (OwnWriting(query, weight.Bits, listed, best.Listed, costOf) is { Writing: { } writing } own && own.Most < weight.Bits)
        {
            parts.Add(new PartPair(query.Text, writing.Text, PartRelation.Contradiction, own.Most - weight.Bits));
            weight = weight with { Bits = own.Most };
        }
        // Where the names contradict each other more than is counted, the rest is given back in a line of its own.
        if (weight.Bits < best.Weight.Bits)
            parts.Add(new PartPair(null, null, PartRelation.Floor, best.Weight.Bits - weight.Bits));
        if (name.IsCurated)
            parts.Add(new PartPair(null, name.Group!.Name, PartRelation.CuratedName, 0));
        var verdict = query.Words.IsEmpty || name.Words.IsEmpty ? Verdict.Missing : best.Weight.Bits > 0 ? Verdict.Agrees : Verdict.Conflicts;
        return new Evidence(EvidenceKind.Name, verdict, query.Text, name.Text, best.Weight.Bits) { Parts = [.. parts] };
    }

    private static Evidence Line<TQuery, TListed>(
        EvidenceKind kind, EvidenceWeight weight, ImmutableArray<TQuery> query, Func<TQuery, string> queryText,
        ImmutableArray<TListed> listed, Func<TListed, string> listedText, bool counts) => new(
        kind,
        weight.Verdict,
        weight.Query >= 0 ? queryText(query[weight.Query]) : query.IsEmpty ? null : queryText(query[0]),
        weight.Listed >= 0 ? listedText(listed[weight.Listed]) : listed.IsEmpty ? null : listedText(listed[0]),
        kind == EvidenceKind.Identifier ? weight.Bits : Others.Counted(weight, counts));

    private static string Word(Gender gender) => gender switch { Gender.Male => "male", Gender.Female => "female", _ => "other" };
}
