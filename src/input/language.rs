//! Whether a text is English, told by its scripts and by the little words every sentence needs.

/// A language with some of its most frequent words, none of them frequent in English. Chosen from the top of each
/// language's frequency list; a word that two of them share counts for both.
const LANGUAGES: &[(&str, &[&str])] = &[
    (
        "French",
        &[
            "le", "la", "les", "des", "est", "et", "dans", "une", "que", "qui", "du", "pour", "pas", "sur", "au",
            "avec", "il", "ce",
        ],
    ),
    (
        "Spanish",
        &[
            "el", "la", "los", "las", "de", "que", "y", "en", "una", "un", "por", "con", "para", "del", "se", "su",
            "es", "lo",
        ],
    ),
    (
        "Portuguese",
        &[
            "o", "os", "as", "de", "que", "e", "da", "do", "em", "um", "uma", "para", "com", "não", "na", "no", "dos",
            "por",
        ],
    ),
    (
        "Italian",
        &[
            "il", "la", "di", "che", "e", "in", "un", "per", "una", "non", "del", "con", "gli", "della", "si", "sono",
            "le", "è",
        ],
    ),
    (
        "German",
        &[
            "der", "die", "das", "und", "den", "von", "zu", "mit", "ist", "des", "im", "ein", "eine", "nicht", "auf",
            "dem", "für", "sich",
        ],
    ),
    (
        "Dutch",
        &[
            "de", "het", "een", "van", "en", "dat", "op", "te", "zijn", "voor", "met", "niet", "aan", "er", "ook",
            "als", "bij", "hij",
        ],
    ),
    (
        "Swedish",
        &[
            "och", "att", "det", "en", "som", "av", "är", "på", "för", "med", "inte", "den", "till", "ett", "han",
            "var", "har", "om",
        ],
    ),
    (
        "Danish or Norwegian",
        &[
            "og", "at", "det", "en", "som", "af", "av", "er", "på", "med", "ikke", "den", "til", "et", "han", "har",
            "de", "som",
        ],
    ),
    (
        "Polish",
        &[
            "i", "w", "na", "z", "do", "nie", "się", "że", "jest", "to", "o", "jak", "od", "po", "przez", "za", "są",
            "co",
        ],
    ),
    (
        "Czech",
        &["a", "v", "se", "na", "je", "že", "s", "z", "do", "i", "o", "k", "ve", "by", "za", "si", "jsou", "pro"],
    ),
    (
        "Turkish",
        &[
            "ve", "bir", "bu", "için", "da", "de", "ile", "olarak", "çok", "daha", "olan", "gibi", "sonra", "kadar",
            "ne", "en", "var", "değil",
        ],
    ),
    (
        "Indonesian or Malay",
        &[
            "yang", "dan", "di", "itu", "dengan", "untuk", "tidak", "ini", "dari", "dalam", "akan", "pada", "ke",
            "juga", "ada", "kepada", "oleh", "saya",
        ],
    ),
    (
        "Romanian",
        &[
            "și", "în", "de", "la", "cu", "care", "pe", "nu", "din", "un", "o", "mai", "că", "să", "pentru", "este",
            "sunt", "au",
        ],
    ),
    (
        "Hungarian",
        &[
            "a", "az", "és", "hogy", "nem", "egy", "is", "meg", "de", "volt", "ez", "csak", "már", "még", "mint", "el",
            "ki", "van",
        ],
    ),
];

/// The most frequent words of English that the languages above do without.
const ENGLISH: &[&str] = &[
    "the", "of", "and", "to", "that", "was", "for", "it", "with", "as", "his", "on", "be", "by", "this", "had", "not",
    "are", "but", "from", "or", "have", "they", "which", "were", "their", "has", "been", "would", "who", "will", "its",
    "at", "he", "she", "said", "we", "you", "an", "is", "in",
];

/// The language a text is written in where that is clearly not English, in words; `None` where it is English or too
/// short to say.
pub(super) fn foreign(text: &str) -> Option<&'static str> {
    const LETTERS: usize = 8000;
    let mut letters = 0_usize;
    let mut scripts = [0_usize; SCRIPTS.len()];
    for c in text.chars().filter(|c| c.is_alphabetic()).take(LETTERS) {
        letters += 1;
        if !matches!(c, '\0'..='\u{24f}' | '\u{1e00}'..='\u{1eff}') {
            let place = SCRIPTS.iter().position(|s| s.1 <= c && c <= s.2).unwrap_or(SCRIPTS.len() - 1);
            scripts[place] += 1;
        }
    }
    let other: usize = scripts.iter().sum();
    if letters >= 8 && other * 2 > letters {
        // Kana among Chinese signs mean Japanese.
        if scripts[KANA] * 20 > other {
            return Some(SCRIPTS[KANA].0);
        }
        return (0..SCRIPTS.len()).max_by_key(|n| scripts[*n]).map(|n| SCRIPTS[n].0);
    }
    by_words(text)
}

const KANA: usize = 0;

const SCRIPTS: &[(&str, char, char)] = &[
    ("Japanese", '\u{3040}', '\u{30ff}'),
    ("Chinese", '\u{4e00}', '\u{9fff}'),
    ("Korean", '\u{ac00}', '\u{d7af}'),
    ("a language in Cyrillic script", '\u{400}', '\u{52f}'),
    ("a language in Arabic script", '\u{600}', '\u{6ff}'),
    ("Greek", '\u{370}', '\u{3ff}'),
    ("Hebrew", '\u{590}', '\u{5ff}'),
    ("Hindi or another language of India", '\u{900}', '\u{d7f}'),
    ("Thai", '\u{e00}', '\u{e7f}'),
    ("another script", '\u{250}', '\u{10ffff}'),
];

fn by_words(text: &str) -> Option<&'static str> {
    const WORDS: usize = 1500;
    const ENOUGH: usize = 12;
    let mut words = 0_usize;
    let mut english = 0_usize;
    let mut counts = [0_usize; LANGUAGES.len()];
    for word in text.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty()).take(WORDS) {
        words += 1;
        if word.len() > 12 {
            continue;
        }
        let word = word.to_lowercase();
        english += usize::from(ENGLISH.contains(&word.as_str()));
        for (count, (_, list)) in counts.iter_mut().zip(LANGUAGES) {
            *count += usize::from(list.contains(&word.as_str()));
        }
    }
    let best = (0..LANGUAGES.len()).max_by_key(|n| counts[*n])?;
    if words < ENOUGH || english * 8 >= words {
        return None;
    }
    if counts[best] > english && counts[best] * 10 >= words {
        Some(LANGUAGES[best].0)
    } else {
        // Lists, tables and headlines also lack little words; only running text without any counts as foreign.
        (words >= 60 && english * 25 < words).then_some("another language")
    }
}
