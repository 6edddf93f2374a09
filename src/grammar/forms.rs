//! The forms of a verb, made of its base.

use super::words::Class;
use crate::document::HashMap;
use crate::lists::rows;
use std::sync::OnceLock;

/// `meets`, `passes`, `carries`.
pub(super) fn third(base: &str) -> String {
    if base.ends_with(['s', 'x', 'z', 'o']) || base.ends_with("ch") || base.ends_with("sh") {
        return format!("{base}es");
    }
    match base.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ => format!("{base}s"),
    }
}

/// Past and participle of the irregular verbs, by their base.
fn irregular() -> &'static HashMap<&'static str, (&'static str, &'static str)> {
    static VERBS: OnceLock<HashMap<&'static str, (&'static str, &'static str)>> = OnceLock::new();
    VERBS.get_or_init(|| {
        let columns = rows!("irregular.tsv").map(|line| line.split('\t'));
        let verb = |mut columns: std::str::Split<'static, char>| {
            let base = columns.next()?;
            Some((base, (columns.next().unwrap_or_default(), columns.next().unwrap_or_default())))
        };
        columns.filter_map(verb).collect()
    })
}

/// The forms of a verb with what they are. Irregular past forms come from their own list; where a regular verb is
/// named, its -ed and -ing forms are made here so that they carry its further classes.
pub(super) fn forms(base: &str) -> Vec<(String, Class)> {
    let mut forms = vec![(base.to_string(), Class::BASE), (third(base), Class::THIRD)];
    let stem = base.strip_suffix('e').unwrap_or(base);
    forms.push((format!("{stem}ing"), Class::ING));
    if let Some((past, participle)) = irregular().get(base) {
        forms.push((past.to_string(), Class::PAST));
        forms.push((participle.to_string(), Class::PARTICIPLE));
        // `burnt` is also `burned`.
        if past.ends_with(['t']) && past.len() == base.len() + 1 {
            forms.push((format!("{base}ed"), Class::PAST.with(Class::PARTICIPLE)));
        }
        return forms;
    }
    let past = Class::PAST.with(Class::PARTICIPLE);
    match base {
        _ if doubles(base) => {
            let last = &base[base.len() - 1..];
            forms.push((format!("{base}{last}ed"), past));
            forms.push((format!("{base}{last}ing"), Class::ING));
        }
        _ => match base.strip_suffix('y') {
            Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => forms.push((format!("{stem}ied"), past)),
            _ => forms.push((format!("{stem}ed"), past)),
        },
    }
    forms
}

/// True where the last consonant is written twice: one behind one vowel, in a word of one syllable (`banned`) or one that is
/// stressed on its last (`expelled`).
fn doubles(base: &str) -> bool {
    let stressed =
        ["acquit", "admit", "commit", "compel", "defer", "expel", "occur", "omit", "permit", "prefer", "refer"];
    let vowel = |b: &u8| b"aeiou".contains(b);
    let letters = base.as_bytes();
    let short = match letters {
        [first @ .., vowel_at, last] => {
            vowel(vowel_at) && !vowel(last) && !b"wxy".contains(last) && !first.is_empty() && !first.iter().any(vowel)
        }
        _ => false,
    };
    short || stressed.contains(&base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_made_of_the_base() {
        assert_eq!(third("meet"), "meets");
        assert_eq!(third("carry"), "carries");
        assert_eq!(third("pass"), "passes");
        let of = |base: &str| forms(base).into_iter().map(|f| f.0).collect::<Vec<_>>();
        assert_eq!(of("deny"), ["deny", "denies", "denying", "denied"]);
        assert_eq!(of("plan"), ["plan", "plans", "planing", "planned", "planning"]);
        assert_eq!(of("expel")[3..], ["expelled", "expelling"]);
        assert_eq!(of("defeat")[3..], ["defeated"]);
        assert_eq!(of("say"), ["say", "says", "saying", "said", "said"]);
    }
}
