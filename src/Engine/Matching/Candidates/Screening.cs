using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Marsad.Engine.Lists;
using Marsad.Engine.Matching.Index;

namespace Marsad.Engine.Matching.Candidates;

/// <summary>An entry that reaches the threshold.</summary>
internal readonly record struct Found(Segment Segment, int Place, ListedParty Listed, PartyComparison.BestName Best, PartyComparison.Others Others, double Bits);

/// <summary>One subject against the entries of a segment: bounds first, then exact weights of those that may reach the threshold.</summary>
internal readonly ref struct Screening(ScoringModel model, Segment segment, AskedParty asked, ScreeningOptions options, Scratch scratch, List<Found> found)
{
    /// <summary>Bounds are sums of rounded numbers: what they may be short by.</summary>
    private const double Slack = 0.01;

    // The bits, prior left out, at which the probability is reached.
    private readonly double _needed = model.Screening.WeightFor(options.Threshold);

    /// <summary>Finds the entries of one kind, of people or of all others.</summary>
    public void Collect(bool asPerson)
    {
        var index = asPerson ? segment.People : segment.Others;
        if (!segment.Parties.MayHold(asked.Subject.Schema, asPerson))
            return;
        var neededOfNames = model.Parties.NeededOfNames(asked.Subject, _needed) - Slack;
        var names = asked.Names(asPerson);
        scratch.Pairs.Clear();
        // Where names need not agree, every entry is weighed.
        var weighsAll = neededOfNames <= 0;
        for (var q = 0; q < names.Length && !weighsAll; q++)
            weighsAll = !index.Find(names[q], q, neededOfNames, scratch);
        if (weighsAll)
        {
            WeighAll(names, asPerson);
            return;
        }
        var holders = segment.Parties.HoldersOf(asked.Subject, asPerson);
        foreach (var party in holders)
            Weigh(names, party, []);
        scratch.Pairs.Sort((a, b) => a.Party != b.Party ? a.Party - b.Party : a.Bound != b.Bound ? b.Bound.CompareTo(a.Bound) : a.Listed != b.Listed ? a.Listed - b.Listed : a.Query - b.Query);
        var pairs = CollectionsMarshal.AsSpan(scratch.Pairs);
        for (int first = 0, last; first < pairs.Length; first = last)
        {
            for (last = first + 1; last < pairs.Length && pairs[last].Party == pairs[first].Party;)
                last++;
            if (!holders.Contains(pairs[first].Party))
                Weigh(names, pairs[first].Party, pairs[first..last]);
        }
    }

    private void WeighAll(ImmutableArray<NameForm> names, bool asPerson)
    {
        for (var party = 0; party < segment.Parties.Count; party++)
        {
            if (segment.Parties.IsPerson(party) == asPerson)
                Weigh(names, party, []);
        }
    }

    // Weighs an entry exactly: the pairs of names given, the likeliest first, or all where none is given.
    private void Weigh(ImmutableArray<NameForm> names, int party, ReadOnlySpan<NamePair> pairs)
    {
        if (segment.IsHidden(party) || !segment.Parties.IsAskedFor(party, asked.Subject.Schema, options.Lists))
            return;
        // Dates of birth are at hand, and end most matters before the entry itself is looked at.
        var beyond = model.Parties.MostBeyondNames(asked.Subject, segment.Parties.WeighBirthDates(party, asked.Subject));
        if (!pairs.IsEmpty && !MayReach(pairs[0].Bound + Slack, beyond))
            return;
        var listed = segment.Parties[party];
        if (Best(names, listed, pairs, beyond, withWeak: true) is not { } best)
            return;
        var others = model.Parties.WeighOthers(asked.Subject, listed);
        var bits = model.Parties.Total(best.Weight.Bits, others);
        if (bits < _needed)
            return;
        // By policy a weak alias opens nothing by itself; once something else does, it counts.
        if (!options.WeakAliasesOpen && best.Listed >= 0 && listed.Names[best.Listed].IsWeak
            && !(Best(names, listed, pairs, beyond, withWeak: false) is { } strong && model.Parties.Total(strong.Weight.Bits, others) >= _needed))
            return;
        found.Add(new Found(segment, party, listed, best, others, bits));
    }

    // Below the floor nothing that agrees counts but numbers, which may be all that does.
    private bool MayReach(double bound, double beyond) =>
        bound + (bound >= model.Weights.NameFloor ? beyond : Math.Min(beyond, IdentifierEvidence.MostUnequal(asked.Subject.Identifiers, model.Weights))) >= _needed;

    // The best pair of names; null when their bounds say that no pair can reach what is needed.
    private PartyComparison.BestName? Best(
        ImmutableArray<NameForm> names, ListedParty listed, ReadOnlySpan<NamePair> pairs, double beyond, bool withWeak)
    {
        if (pairs.IsEmpty)
            return model.Parties.WeighNames(names, listed, model.Pairs.CostWithin, withWeak);
        PartyComparison.BestName? best = null;
        foreach (var pair in pairs)
        {
            var bound = pair.Bound + Slack;
            if (!MayReach(bound, beyond) || (best is { } sure && bound < sure.Weight.Bits))
                break;
            if (!withWeak && listed.Names[pair.Listed].IsWeak)
                continue;
            best = PartyComparison.Better(best, model.Parties.WeighName(names, pair.Query, listed, pair.Listed, model.Pairs.CostWithin));
        }
        return best;
    }
}
