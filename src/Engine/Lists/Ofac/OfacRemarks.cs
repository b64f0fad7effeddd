namespace Marsad.Engine.Lists.Ofac;

/// <summary>Mines the remarks of the csv files for what has no column there.</summary>
/// <remarks>
/// <para><b>Grammar.</b> Remarks are pieces between semicolons, the last one with a full stop. A piece is a quoted name
/// (<c>a.k.a. 'CHEMI ALI'</c>), a label of <c>data/lists/ofac-remarks.tsv</c> and its value (<c>alt. DOB circa 1960</c>,
/// <c>Passport A12 (Iraq) expires 01 Jan 2005</c>), any other label that ends in No., Number, ID or # and a value with a digit,
/// a relation (<c>wife of …</c>), or an office (<c>Minister of …</c>, persons only). All other text is left as it is.</para>
/// <para>The remarks are always kept whole as well: mining adds, it never takes away.</para>
/// </remarks>
internal static class OfacRemarks
{
    private static readonly HashSet<string> Offices = new(StringComparer.OrdinalIgnoreCase)
    {
        "adviser", "advisor", "aide", "ambassador", "assistant", "attorney", "chair", "chairman", "chairperson", "chairwoman", "chief", "colonel",
        "commander", "commandant", "commissioner", "consul", "deputy", "director", "employee", "executive", "general", "governor", "head", "judge",
        "justice", "leader", "magistrate", "manager", "marshal", "mayor", "member", "minister", "officer", "official", "operative", "owner", "president",
        "principal", "prosecutor", "rector", "representative", "secretary", "senator", "speaker", "spokesman", "superintendent", "supervisor", "treasurer",
        "lt", "lieutenant", "major", "brigadier", "captain", "admiral", "sergeant", "doctor", "dr", "professor", "sheikh", "shaykh", "haji", "mullah",
        "maulana", "maulawi", "mufti", "ustad", "ayatollah", "hojjatoleslam", "imam", "founder", "partner", "shareholder",
        "constituent", "businessman", "engineer", "coordinator", "treasury", "inspector", "prime", "led",
    };

    private static readonly HashSet<string> Relations = new(StringComparer.OrdinalIgnoreCase)
    {
        "wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "child", "nephew", "niece", "cousin",
        "uncle", "aunt", "spouse", "widow", "grandson",
    };

    /// <summary>Keeps the remarks whole and adds what they say to the party.</summary>
    /// <param name="party">The party they are about.</param>
    /// <param name="remarks">The text; empty for none.</param>
    /// <param name="path">The field the remarks stand in.</param>
    /// <param name="tally">Called for each piece with whether it was understood; for measuring.</param>
    public static void Mine(OfacParty party, string remarks, string path = "Remarks", Action<string, bool>? tally = null)
    {
        party.Draft.AddRemark(remarks, path);
        foreach (var piece in Pieces(remarks))
        {
            var isUnderstood = Take(party, piece, path);
            tally?.Invoke(piece, isUnderstood);
        }
    }

    /// <summary>The pieces between semicolons, "alt." and the final stop left out; a semicolon inside a quoted name does not part it.</summary>
    internal static IEnumerable<string> Pieces(string remarks)
    {
        var text = remarks.Trim();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.IndexOf(';', start);
            if (IsQuotedName(text.AsSpan(start).TrimStart()) && text.IndexOf("';", start, StringComparison.Ordinal) is var close)
                end = close < 0 ? -1 : close + 1;
            var piece = (end < 0 ? text[start..] : text[start..end]).Trim();
            start = end < 0 ? text.Length : end + 1;
            if (end < 0)
                piece = piece.TrimEnd('.');
            if (piece.StartsWith("alt. ", StringComparison.OrdinalIgnoreCase))
                piece = piece[5..];
            if (piece.Length > 0)
                yield return piece;
        }
    }

    private static bool IsQuotedName(ReadOnlySpan<char> text) => text.Length > 8 && (text[1..].StartsWith(".k.a. '") || text.StartsWith("d.b.a. '"));

    private static bool Take(OfacParty party, string piece, string path)
    {
        // The XML sets a link in brackets: (Linked To: EXAMPLE COMPANY).
        if (piece.StartsWith("(Linked To:", StringComparison.Ordinal) && piece.EndsWith(')'))
            piece = piece[1..^1];
        if (TakeName(party, piece, path))
            return true;
        if (OfacRemarkLabels.Find(piece) is { } label)
        {
            TakeLabelled(party, label, piece[label.Text.Length..].TrimStart(' ', ':', '#', '-'), path);
            return true;
        }
        return OfacIdentifierText.TakeUnknownLabel(party.Draft, piece, path) || OfacIdentifierText.TakeAddress(party.Draft, piece, path) || TakeSentence(party, piece, path);
    }

    private static bool TakeName(OfacParty party, string piece, string path)
    {
        NameKind? kind = piece.Length < 8 ? null : piece[..7].ToLowerInvariant() switch
        {
            // OFAC prints in the remarks only the names that its XML calls weak, former ones among them.
            "a.k.a. " or "n.k.a. " or "f.k.a. " => NameKind.WeakAlias,
            "d.b.a. " => NameKind.Alias,
            _ => null,
        };
        if (kind is null)
            return false;
        party.AddName(piece[7..].Trim().Trim('\'', '"').Trim(), kind.Value, path);
        return true;
    }

    /// <summary>Adds the value of a label; the advanced XML gives the same labels as features.</summary>
    public static void TakeLabelled(OfacParty party, OfacRemarkLabel label, string value, string path)
    {
        var draft = party.Draft;
        switch (label.Becomes)
        {
            case OfacBecomes.Date:
                draft.AddDate(Enum.Parse<DateKind>(label.Kind), value, path);
                break;
            case OfacBecomes.BirthPlace:
                draft.AddBirthPlace(value, path);
                break;
            case OfacBecomes.Country when !value.StartsWith("None Identified", StringComparison.OrdinalIgnoreCase):
                draft.AddCountry(Enum.Parse<CountryKind>(label.Kind), value, path);
                break;
            case OfacBecomes.Gender:
                draft.AddGender(value, path);
                break;
            case OfacBecomes.Identifier:
                OfacIdentifierText.Take(draft, label, value, path);
                break;
            case OfacBecomes.Linked:
                draft.AddLinkedTo(value, path);
                break;
            case OfacBecomes.Position:
                draft.AddPosition(value, path);
                break;
            default:
                break;
        }
    }

    private static bool TakeSentence(OfacParty party, string piece, string path)
    {
        if (party.Schema != EntrySchema.Person)
            return false;
        var words = piece.Split([' ', ',', '.', '(', ')', '/', '-'], StringSplitOptions.RemoveEmptyEntries);
        // "wife of", "half-brother of", "son-in-law of", "Child of".
        if (words.TakeWhile(w => w != "of").Any(Relations.Contains) && Array.IndexOf(words, "of") is > 0 and <= 3)
            party.Draft.AddLinkedTo(piece, path);
        else if (words.Any(Offices.Contains))
            party.Draft.AddPosition(piece, path);
        else
            return false;
        return true;
    }
}
