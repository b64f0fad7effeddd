namespace Marsad.Engine.Names;

/// <summary>What a part of a name is for, as far as the name itself, or its publisher, tells.</summary>
public enum PartRole
{
    /// <summary>A word whose role is not known.</summary>
    Unknown,
    /// <summary>A given name (Qasem, Касем).</summary>
    Given,
    /// <summary>A family name (Soleimani).</summary>
    Family,
    /// <summary>A name made from the father's (Vladimirovich, bin Ladin's "Ladin", -qizi, -zoda).</summary>
    Patronymic,
    /// <summary>An Arabic by-name of a parent: Abu Omar, Umm Ali.</summary>
    Kunya,
    /// <summary>An Arabic by-name of origin: al-Baghdadi, al-Tunisi.</summary>
    Nisba,
    /// <summary>A title, rank or honorific: Sheikh, Dr., General, Hajji.</summary>
    Title,
    /// <summary>A small connecting word: al, bin, de, van.</summary>
    Particle,
    /// <summary>The legal form of an organization: LLC, GmbH, ООО, ش.م.ل.</summary>
    LegalForm,
    /// <summary>A word that says what an organization does or is, not which one it is: Trading, Company, Bank, International.</summary>
    Generic,
    /// <summary>A number, in digits, Roman or spelled: Brigade 55, Ali III.</summary>
    Number,
    /// <summary>A name cut to its first letter.</summary>
    Initial,
}
