using Marsad.Engine.Names;

namespace Marsad.Engine.Matching;

/// <summary>What speaks against two names of people beyond the parts they lack: parts of one role that differ on both sides.</summary>
/// <remarks>
/// <para>Relatives share all of a name but the given one, namesakes all but the family name: however rare the rest is, such a pair is
/// no likelier one person. So names that contradict each other in a role lose more than two omissions cost, and a contradicted given
/// name caps what the rest can say. Only lowers a weight, and never below zero: what agreed is taken back, no more.</para>
/// <para>1. Where comma and capitals do not say it, the first word is taken for the given name and the last for the family name, the
/// other way round where the names met so. 2. Words left over on both sides contradict each other in their roles, unless one may be a
/// bad spelling of the other. 3. Who is called by a second given name, or by the mother's family name alone, is seldom the one.
/// 4. A name and its father's, or two names of a chain, exchanged are another person. 5. Karim is not Karima.</para>
/// </remarks>
internal sealed class PersonContradictions(PairWeights pairs, Weights weights)
{
    /// <summary>Where a word stands in a name.</summary>
    private enum Slot
    {
        None, Given, Middle, Patronymic, Family, SecondFamily, Nisba, Kunya, Number,
    }

    /// <summary>Weighs what two names, their words paired, say against each other.</summary>
    /// <param name="q">The words of the subject's name.</param>
    /// <param name="l">The words of the entry's name.</param>
    /// <param name="columnOf">For each word of the subject's name the entry's word it met; −1 for none.</param>
    /// <param name="bits">The weight of each pair, row by row.</param>
    /// <param name="total">The bits of the names so far.</param>
    /// <param name="parts">Takes a line for each contradiction; null when nobody asks.</param>
    /// <returns>Bits to add, never above zero.</returns>
    public double Weigh(ReadOnlySpan<NameWord> q, ReadOnlySpan<NameWord> l, ReadOnlySpan<int> columnOf, ReadOnlySpan<double> bits, double total, List<PartPair>? parts)
    {
        if (total <= 0)
            return 0;
        Span<Slot> asked = stackalloc Slot[q.Length], listed = stackalloc Slot[l.Length];
        Span<int> rowOf = stackalloc int[l.Length];
        rowOf.Fill(-1);
        var agreements = 0;
        for (var i = 0; i < q.Length; i++)
        {
            if (columnOf[i] < 0)
                continue;
            rowOf[columnOf[i]] = i;
            agreements += bits[i * l.Length + columnOf[i]] > 0 && q[i].Role is not (PartRole.Particle or PartRole.Title or PartRole.Initial) ? 1 : 0;
        }
        // 1.
        Place(q, asked);
        Place(l, listed);
        Turn(asked, listed, columnOf);
        var sum = new Tally(total, parts);
        LeftOver(q, l, asked, listed, columnOf, rowOf, bits, agreements, ref sum);
        if (FirstMissing(asked, listed, columnOf) is >= 0 and var i1)
            sum.Add(q[i1].Text, null, weights.FirstNameMissing);
        if (FirstMissing(listed, asked, rowOf) is >= 0 and var j1)
            sum.Add(null, l[j1].Text, weights.FirstNameMissing);
        Exchanged(q, l, asked, listed, columnOf, ref sum);
        for (var i = 0; i < q.Length; i++)
        {
            var j = columnOf[i];
            if (j >= 0 && asked[i] == Slot.Given && listed[j] == Slot.Given && AreOfTwoGenders(q[i].Token, l[j].Token))
                sum.Cap(q[i].Text, l[j].Text, weights.ContradictionCap);
        }
        return sum.Bits;
    }

    /// <summary>The bits of contradictions as they are found.</summary>
    private struct Tally(double total, List<PartPair>? parts)
    {
        public double Bits { get; private set; }

        public void Add(string? query, string? listed, double bits)
        {
            var counted = Math.Max(bits, -(total + Bits));
            if (counted >= 0)
                return;
            Bits += counted;
            parts?.Add(new PartPair(query, listed, PartRelation.Contradiction, counted));
        }

        public void Cap(string? query, string? listed, double most) => Add(query, listed, most - (total + Bits));
    }

    private static void Place(ReadOnlySpan<NameWord> words, Span<Slot> slots)
    {
        int given = -1, last = -1, families = 0;
        for (var i = 0; i < words.Length; i++)
        {
            slots[i] = words[i].Role switch
            {
                PartRole.Particle or PartRole.Title or PartRole.Initial => Slot.None,
                PartRole.Number => Slot.Number,
                PartRole.Kunya => Slot.Kunya,
                PartRole.Patronymic => Slot.Patronymic,
                PartRole.Nisba => Slot.Nisba,
                PartRole.Family => families++ == 0 ? Slot.Family : Slot.SecondFamily,
                _ => Slot.Middle,
            };
            if (slots[i] != Slot.Middle)
                continue;
            given = given < 0 ? i : given;
            last = i;
        }
        if (given >= 0)
            slots[given] = Slot.Given;
        if (families == 0 && last > given && !slots[(last + 1)..].ContainsAny(Slot.Nisba, Slot.Family))
            slots[last] = Slot.Family;
    }

    // "Klitschko Vitali" asked without a comma: its first word met the entry's family name, so the given name is another.
    private static void Turn(Span<Slot> asked, Span<Slot> listed, ReadOnlySpan<int> columnOf)
    {
        for (var i = 0; i < asked.Length; i++)
        {
            var j = columnOf[i];
            if (j < 0)
                continue;
            if (asked[i] == Slot.Given && listed[j] == Slot.Family)
                Exchange(asked);
            else if (asked[i] == Slot.Family && listed[j] == Slot.Given)
                Exchange(listed);
            else
                continue;
            return;
        }
    }

    private static void Exchange(Span<Slot> slots)
    {
        foreach (ref var slot in slots)
            slot = slot switch { Slot.Given => Slot.Family, Slot.Family => Slot.Given, _ => slot };
    }

    // 2.
    private void LeftOver(
        ReadOnlySpan<NameWord> q, ReadOnlySpan<NameWord> l, ReadOnlySpan<Slot> asked, ReadOnlySpan<Slot> listed,
        ReadOnlySpan<int> columnOf, ReadOnlySpan<int> rowOf, ReadOnlySpan<double> bits, int agreements, ref Tally sum)
    {
        for (var i = 0; i < q.Length; i++)
        {
            if (asked[i] == Slot.None)
                continue;
            if (columnOf[i] >= 0)
            {
                // Two given names in use that met for want of a better one: Hamid and Ahmad.
                var met = columnOf[i];
                if (asked[i] != Slot.Given || listed[met] != Slot.Given || bits[i * l.Length + met] > 0 || !q[i].Token.IsKnown || !l[met].Token.IsKnown)
                    continue;
                var (bitsAgainst, most) = Against(asked[i], listed[met], agreements);
                sum.Add(q[i].Text, l[met].Text, bitsAgainst);
                sum.Cap(q[i].Text, l[met].Text, most);
                continue;
            }
            var worst = (Bits: 0.0, Cap: double.PositiveInfinity, With: -1);
            for (var j = 0; j < l.Length; j++)
            {
                if (rowOf[j] >= 0 || listed[j] == Slot.None)
                    continue;
                var (against, cap) = Against(asked[i], listed[j], agreements);
                if ((against < worst.Bits || cap < worst.Cap) && !pairs.MayBeOne(q[i].Token, l[j].Token))
                    worst = (against, cap, j);
            }
            if (worst.With < 0)
                continue;
            sum.Add(q[i].Text, l[worst.With].Text, worst.Bits);
            sum.Cap(q[i].Text, l[worst.With].Text, worst.Cap);
        }
    }

    private (double Bits, double Cap) Against(Slot asked, Slot listed, int agreements)
    {
        const double none = double.PositiveInfinity;
        return (asked, listed) switch
        {
            (Slot.Given, Slot.Given) => (weights.GivenContradiction, weights.ContradictionCap),
            (Slot.Family, Slot.Family) => (weights.FamilyContradiction, agreements > 1 ? none : weights.ContradictionCap),
            (Slot.Patronymic, Slot.Patronymic) => (weights.PatronymicContradiction, none),
            (Slot.Kunya, Slot.Kunya) => (weights.KunyaContradiction, none),
            (Slot.Number, Slot.Number) => (weights.PersonNumberContradiction, none),
            // A nom de guerre beside a name, and a name of origin beside another, contradict nothing.
            (Slot.Kunya or Slot.Number, _) or (_, Slot.Kunya or Slot.Number) or (Slot.Nisba, _) or (_, Slot.Nisba) => (0, none),
            _ => (weights.PartContradiction, none),
        };
    }

    // 3. The first given or family name of one side is left over, and a later one of it is the first of the other side.
    private static int FirstMissing(ReadOnlySpan<Slot> slots, ReadOnlySpan<Slot> others, ReadOnlySpan<int> met)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            if (met[i] >= 0 || slots[i] is not (Slot.Given or Slot.Family))
                continue;
            for (var k = 0; k < slots.Length; k++)
            {
                if (met[k] >= 0 && others[met[k]] == slots[i] && (slots[i] == Slot.Given ? slots[k] is Slot.Middle : slots[k] is Slot.SecondFamily))
                    return i;
            }
        }
        return -1;
    }

    // 4.
    private void Exchanged(
        ReadOnlySpan<NameWord> q, ReadOnlySpan<NameWord> l, ReadOnlySpan<Slot> asked, ReadOnlySpan<Slot> listed, ReadOnlySpan<int> columnOf, ref Tally sum)
    {
        int first = -1, last = -1, steps = 0, down = 0, before = -1;
        for (var i = 0; i < q.Length; i++)
        {
            var j = columnOf[i];
            if (j < 0 || asked[i] is Slot.None or Slot.Kunya || listed[j] is Slot.None or Slot.Kunya)
                continue;
            if ((asked[i], listed[j]) is (Slot.Patronymic, Slot.Given) && MeetsTheOtherWay(asked, listed, columnOf))
            {
                sum.Cap(q[i].Text, l[j].Text, weights.ContradictionCap);
                return;
            }
            if (j < last)
                (down, before) = (down + 1, i);
            first = first < 0 ? j : first;
            last = j;
            steps++;
        }
        // Moving the family name to the front turns a name once; what is turned twice is another chain of fathers.
        down += steps > 0 && first < last ? 1 : 0;
        if (down > 1)
            sum.Add(q[before].Text, l[columnOf[before]].Text, weights.ChainExchanged);
        else if (before >= 0 && steps == 2 && q[before].Token.Script == Transliteration.Script.Arabic && l[columnOf[before]].Token.Script == Transliteration.Script.Arabic)
            sum.Add(q[before].Text, l[columnOf[before]].Text, weights.ChainExchanged / 2);
    }

    private static bool MeetsTheOtherWay(ReadOnlySpan<Slot> asked, ReadOnlySpan<Slot> listed, ReadOnlySpan<int> columnOf)
    {
        for (var i = 0; i < asked.Length; i++)
        {
            if (columnOf[i] >= 0 && asked[i] == Slot.Given && listed[columnOf[i]] == Slot.Patronymic)
                return true;
        }
        return false;
    }

    // 5. Two names that are both in use and differ only in how they end: Mario, Maria; Karim, Karima.
    private static bool AreOfTwoGenders(Token a, Token b)
    {
        if (!a.IsKnown || !b.IsKnown || a.Spellings.IsEmpty || b.Spellings.IsEmpty)
            return false;
        Spelling x = a.Spellings[0], y = b.Spellings[0];
        if (x.OmitsVowels || y.OmitsVowels)
            return false;
        return IsWithA(x, y) || IsWithA(y, x);
    }

    private static bool IsWithA(Spelling longer, Spelling other)
    {
        const int a = 1, o = 'o' - 'a' + 1;
        if (longer.Length < 4 || longer.Steps[^1].Letter != a)
            return false;
        var stem = longer.Length - 1;
        var others = other.Length == stem ? stem : other.Length == stem + 1 && other.Steps[^1].Letter == o ? stem : -1;
        if (others < 0)
            return false;
        for (var i = 0; i < stem; i++)
        {
            if (longer.Steps[i].Letter != other.Steps[i].Letter)
                return false;
        }
        return true;
    }
}
