using System.Globalization;
using Marsad.Engine.Names;
using Marsad.Engine.Tables;

namespace Marsad.Engine.Matching;

/// <summary>The rows of a scoring model's table of weights; each is explained there, beside its number.</summary>
internal sealed class Weights
{
    private readonly Dictionary<string, double> _rows;
    private readonly HashSet<string> _unread;

    /// <summary>Reads a table of weights, and holds the table to this class: a missing or a superfluous row is an error.</summary>
    public Weights(string path)
    {
        _rows = TableFile.Rows(path, 2).ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
        _unread = [.. _rows.Keys];
        PriorCompare = Take("priorCompare");
        PriorScreen = Take("priorScreen");
        PersonQueryUnmatched = Take("personQueryUnmatched");
        PersonListedUnmatched = Take("personListedUnmatched");
        PatronymicUnmatched = Take("patronymicUnmatched");
        KunyaUnmatched = Take("kunyaUnmatched");
        NisbaUnmatched = Take("nisbaUnmatched");
        TitleUnmatched = Take("titleUnmatched");
        InitialUnmatched = Take("initialUnmatched");
        NumberUnmatched = Take("numberUnmatched");
        OrderPenalty = Take("orderPenalty");
        OrganizationOrderPenalty = Take("organizationOrderPenalty");
        WholeNameAgrees = Take("wholeNameAgrees");
        InitialMatched = Take("initialMatched");
        EquivalentPenalty = Take("equivalentPenalty");
        JoinPenalty = Take("joinPenalty");
        BothKnownPenalty = Take("bothKnownPenalty");
        TwoNamesPenalty = Take("twoNamesPenalty");
        AttestedSpelling = Take("attestedSpelling");
        TitleMatched = Take("titleMatched");
        TitleShare = Take("titleShare");
        GivenContradiction = Take("givenContradiction");
        FamilyContradiction = Take("familyContradiction");
        PatronymicContradiction = Take("patronymicContradiction");
        KunyaContradiction = Take("kunyaContradiction");
        PersonNumberContradiction = Take("personNumberContradiction");
        PartContradiction = Take("partContradiction");
        FirstNameMissing = Take("firstNameMissing");
        ContradictionCap = Take("contradictionCap");
        OtherScriptMore = Take("otherScriptMore");
        OwnWritingSimilarity = Take("ownWritingSimilarity");
        ContradictionSpelling = Take("contradictionSpelling");
        ChainExchanged = Take("chainExchanged");
        SyllableLimit = Take("syllableLimit");
        LatinSyllableLimit = Take("latinSyllableLimit");
        OrganizationQueryUnmatched = Take("organizationQueryUnmatched");
        OrganizationListedUnmatched = Take("organizationListedUnmatched");
        OrganizationRarityShare = Take("organizationRarityShare");
        OrganizationContradictionCap = Take("organizationContradictionCap");
        OrganizationDoubtCap = Take("organizationDoubtCap");
        OrganizationDoubtShare = Take("organizationDoubtShare");
        OrganizationVariant = Take("organizationVariant");
        ContainedPersonCap = Take("containedPersonCap");
        AcronymRarity = Take("acronymRarity");
        AcronymRarityPerLetter = Take("acronymRarityPerLetter");
        CountryUnmatched = Take("countryUnmatched");
        GenericUnmatched = Take("genericUnmatched");
        GenericShare = Take("genericShare");
        LegalFormShare = Take("legalFormShare");
        LegalFormUnmatched = Take("legalFormUnmatched");
        NumberMatched = Take("numberMatched");
        NumberConflict = Take("numberConflict");
        NumberMissing = Take("numberMissing");
        RarityCap = Take("rarityCap");
        UnknownRarityBase = Take("unknownRarityBase");
        UnknownRarityPerLetter = Take("unknownRarityPerLetter");
        SyllableRarity = Take("syllableRarity");
        LatinSyllableRarity = Take("latinSyllableRarity");
        NameFloor = Take("nameFloor");
        BirthDayAgrees = Take("birthDayAgrees");
        BirthDayFiller = Take("birthDayFiller");
        BirthMonthAgrees = Take("birthMonthAgrees");
        BirthYearAgrees = Take("birthYearAgrees");
        BirthRangeAgrees = Take("birthRangeAgrees");
        BirthSwapped = Take("birthSwapped");
        BirthSameYear = Take("birthSameYear");
        BirthYearOffByOne = Take("birthYearOffByOne");
        BirthYearsClose = Take("birthYearsClose");
        BirthConflict = Take("birthConflict");
        CountryConflict = Take("countryConflict");
        FlagConflict = Take("flagConflict");
        BirthPlaceConflict = Take("birthPlaceConflict");
        GenderConflict = Take("genderConflict");
        IdentifierAgrees = Take("identifierAgrees");
        IdentifierNearMiss = Take("identifierNearMiss");
        ImoConflict = Take("imoConflict");
        IdentifierConflict = Take("identifierConflict");
        AddressAgrees = Take("addressAgrees");
        AddressCityAgrees = Take("addressCityAgrees");
        EditFirstLetter = Take("editFirstLetter");
        EditOrdinaryVariant = Take("editOrdinaryVariant");
        EditTransposition = Take("editTransposition");
        SpellingLimit = Take("spellingLimit");
        SpellingLimitPerLetter = Take("spellingLimitPerLetter");
        SpellingLimitPerConsonant = Take("spellingLimitPerConsonant");
        JoinedLimit = Take("joinedLimit");
        LegalFormSlip = Take("legalFormSlip");
        DistinctSpelling = Take("distinctSpelling");
        WholeNameShare = Take("wholeNameShare");
        GenericSimilarity = Take("genericSimilarity");
        LeastNameBits = Take("leastNameBits");
        if (_unread.Count > 0)
            throw new InvalidDataException($"{path} has rows that nothing reads: {string.Join(", ", _unread.Order(StringComparer.Ordinal))}");
    }

    public double PriorCompare { get; }
    public double PriorScreen { get; }
    public double PersonQueryUnmatched { get; }
    public double PersonListedUnmatched { get; }
    public double PatronymicUnmatched { get; }
    public double KunyaUnmatched { get; }
    public double NisbaUnmatched { get; }
    public double TitleUnmatched { get; }
    public double InitialUnmatched { get; }
    public double NumberUnmatched { get; }
    public double OrderPenalty { get; }
    public double OrganizationOrderPenalty { get; }
    public double WholeNameAgrees { get; }
    public double InitialMatched { get; }
    public double EquivalentPenalty { get; }
    public double JoinPenalty { get; }
    public double BothKnownPenalty { get; }
    public double TwoNamesPenalty { get; }
    public double AttestedSpelling { get; }
    public double TitleMatched { get; }
    public double TitleShare { get; }
    public double GivenContradiction { get; }
    public double FamilyContradiction { get; }
    public double PatronymicContradiction { get; }
    public double KunyaContradiction { get; }
    public double PersonNumberContradiction { get; }
    public double PartContradiction { get; }
    public double FirstNameMissing { get; }
    public double ContradictionCap { get; }
    public double OtherScriptMore { get; }
    public double OwnWritingSimilarity { get; }
    public double ContradictionSpelling { get; }
    public double ChainExchanged { get; }
    public double SyllableLimit { get; }
    public double LatinSyllableLimit { get; }
    public double OrganizationQueryUnmatched { get; }
    public double OrganizationListedUnmatched { get; }
    public double OrganizationRarityShare { get; }
    public double OrganizationContradictionCap { get; }
    public double OrganizationDoubtCap { get; }
    public double OrganizationDoubtShare { get; }
    public double OrganizationVariant { get; }
    public double ContainedPersonCap { get; }
    public double AcronymRarity { get; }
    public double AcronymRarityPerLetter { get; }
    public double CountryUnmatched { get; }
    public double GenericUnmatched { get; }
    public double GenericShare { get; }
    public double LegalFormShare { get; }
    public double LegalFormUnmatched { get; }
    public double NumberMatched { get; }
    public double NumberConflict { get; }
    public double NumberMissing { get; }
    public double RarityCap { get; }
    public double UnknownRarityBase { get; }
    public double UnknownRarityPerLetter { get; }
    public double SyllableRarity { get; }
    public double LatinSyllableRarity { get; }
    public double NameFloor { get; }
    public double BirthDayAgrees { get; }
    public double BirthDayFiller { get; }
    public double BirthMonthAgrees { get; }
    public double BirthYearAgrees { get; }
    public double BirthRangeAgrees { get; }
    public double BirthSwapped { get; }
    public double BirthSameYear { get; }
    public double BirthYearOffByOne { get; }
    public double BirthYearsClose { get; }
    public double BirthConflict { get; }
    public double CountryConflict { get; }
    public double FlagConflict { get; }
    public double BirthPlaceConflict { get; }
    public double GenderConflict { get; }
    public double IdentifierAgrees { get; }
    public double IdentifierNearMiss { get; }
    public double ImoConflict { get; }
    public double IdentifierConflict { get; }
    public double AddressAgrees { get; }
    public double AddressCityAgrees { get; }
    public double EditFirstLetter { get; }
    public double EditOrdinaryVariant { get; }
    public double EditTransposition { get; }
    public double SpellingLimit { get; }
    public double SpellingLimitPerLetter { get; }
    public double SpellingLimitPerConsonant { get; }
    public double JoinedLimit { get; }
    public double LegalFormSlip { get; }
    public double DistinctSpelling { get; }
    public double WholeNameShare { get; }
    public double GenericSimilarity { get; }
    public double LeastNameBits { get; }

    /// <summary>How much of a word's rarity agreeing on it brings.</summary>
    public double ShareOf(PartRole role) => role switch
    {
        PartRole.Generic => GenericShare,
        PartRole.Particle => 0,
        PartRole.Title => TitleShare,
        PartRole.LegalForm => LegalFormShare,
        _ => 1,
    };

    private double Take(string name)
    {
        _unread.Remove(name);
        return _rows.TryGetValue(name, out var value) ? value : throw new InvalidDataException($"the table of weights has no row {name}");
    }
}
