//! What names of one kind have in common when they are the same, however they are written. Absent here: names of which
//! words are left out (`shorts`).

use super::alias::plain;
use super::demonyms;
use super::reading::Name;
use super::vocabulary::{self, Rule};
use crate::EntityKind;
use crate::document::word_hash;
use std::borrow::Cow;

/// `Fatah al Islam` for `Fatah al-Islam`: with a hyphen or a space, and spelled in one way or the other, it is one name.
pub(super) fn level(key: String) -> String {
    // `al-Sorani`, `al Sorani`
    let article = key.starts_with("al-");
    let key = if (article || key.contains(' ')) && key.contains('-') { key.replace('-', " ") } else { key };
    match key.as_str() {
        "olympics" => "olympic games".to_string(),
        "paralympics" => "paralympic games".to_string(),
        "taleban" => "taliban".to_string(),
        "al qaida" => "al qaeda".to_string(),
        _ => key,
    }
}

/// A name without the accents that some writers leave out: `Corrín`, `Corrin`.
pub(super) fn bare(key: &str) -> Cow<'_, str> {
    if key.is_ascii() {
        return Cow::Borrowed(key);
    }
    let letter = |c: char| match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => 'c',
        'ď' | 'đ' => 'd',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ĝ' | 'ğ' | 'ġ' | 'ģ' => 'g',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => 'i',
        'ł' | 'ľ' | 'ĺ' | 'ļ' => 'l',
        'ñ' | 'ń' | 'ņ' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ŕ' | 'ř' => 'r',
        'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => 's',
        'ţ' | 'ť' | 'ț' => 't',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        c => c,
    };
    Cow::Owned(key.chars().map(letter).collect())
}

/// What two names of one kind have in common when they are the same.
pub(super) fn stem(name: &Name) -> String {
    let key = bare(plain(&name.key));
    let key = plain(&key);
    match name.kind {
        EntityKind::Group => people(key),
        EntityKind::Place => {
            let lands = ["state of ", "city of ", "republic of ", "kingdom of ", "province of "];
            let bare = plain(
                lands
                    .iter()
                    .find_map(|land| key.strip_prefix(land))
                    .filter(|_| key != "republic of china")
                    .unwrap_or(key),
            );
            // `al-Sorna`
            let bare = bare.strip_prefix("al-").filter(|own| own.len() > 3).unwrap_or(bare);
            in_full(bare).unwrap_or_else(|| bare.to_string())
        }
        EntityKind::Organization => body(key),
        EntityKind::Person => key.to_string(),
        // `Tropical Storm Otto`, which has become Hurricane Otto.
        EntityKind::Event => {
            let sort = key.rsplit_once(' ').map(|(sort, _)| sort.strip_prefix("tropical ").unwrap_or(sort));
            let storm = sort.is_some_and(|sort| vocabulary::is(word_hash(sort), Rule::Storm) || sort == "depression");
            // `2016 Ardle Games`, `Ardle Games 2016`
            let year = |year: &str| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
            if let Some((year, what)) = key.split_once(' ').filter(|(first, _)| year(first)) {
                return level(format!("{what} {year}"));
            }
            level(key[if storm { key.rfind(' ').map_or(0, |at| at + 1) } else { 0 }..].to_string())
        }
        // `MV Sirius Star`
        EntityKind::Other => {
            let bare = key.split_once(' ').filter(|(first, _)| vocabulary::is(word_hash(first), Rule::Ship));
            level(bare.map_or_else(|| in_full(key).unwrap_or_else(|| key.to_string()), |(_, own)| own.to_string()))
        }
    }
}

/// `Prop 8`, `Mt Everest`: with its first word in full.
fn in_full(key: &str) -> Option<String> {
    let words = [("prop ", "proposition "), ("mt ", "mount "), ("ft ", "fort ")];
    words.iter().find_map(|(short, long)| Some(format!("{long}{}", key.strip_prefix(short)?)))
}

/// `Turks` and `Turkish`, `Jews` and `Jewish`: one people, by what one of them and what is theirs is called.
fn people(key: &str) -> String {
    // Peoples of several lands, of which one is called after them.
    const WIDER: [&str; 7] = ["azeri", "croat", "kazakh", "kyrgyz", "serb", "tajik", "turkmen"];
    let man = ["man", "men", "woman", "women"].iter().find_map(|end| key.strip_suffix(end));
    let one = man.filter(|people| demonyms::is_demonym(people));
    let one = one.unwrap_or_else(|| key.strip_suffix('s').unwrap_or(key));
    match demonyms::home(one).filter(|_| !WIDER.contains(&one)) {
        Some(land) => land.to_string(),
        None if one == "jewish" => "jew".to_string(),
        None if one == "democratic" => "democrat".to_string(),
        None => one.to_string(),
    }
}

/// What is left of a body's name without what may be left out or said otherwise.
fn body(key: &str) -> String {
    let bare = key.trim_end_matches([',', '!']);
    // `Halden FC` is known as Halden too.
    let left_out = |last: &str| vocabulary::is(word_hash(last), Rule::Ending) || matches!(last, "fc" | "afc");
    let cut = bare.rsplit_once(' ').filter(|(_, last)| left_out(last)).map_or(bare, |(first, _)| first);
    let clubs = [" football club", " rugby club", " hockey club", " cricket club"];
    let cut = clubs.iter().find_map(|club| cut.strip_suffix(club)).unwrap_or(cut);
    let cut = plain(cut.trim_end_matches([',', ' ']));
    // `US Senate`, `Georgian Interior Ministry`, `Interior Ministry of Georgia`
    let behind = || {
        let (body, land) = cut.rsplit_once(" of ").filter(|(body, land)| is_ministry(body) && is_land(land))?;
        // `National Congress of Ruritania` is the Ruritanian Congress.
        let chamber = body.strip_prefix("national ").filter(|body| is_chamber(body));
        Some((plain(land), chamber.unwrap_or(body)))
    };
    let Some((owner, body)) = before(cut).or_else(behind) else { return level(by_field(cut)) };
    let body = by_field(body);
    // A country has one for each field, which is called this or that.
    let ministry = body.strip_suffix(" department").map(|field| format!("{field} ministry"));
    level(format!("{owner} {}", ministry.unwrap_or(body)))
}

/// `Trade Department` for `Department of Trade`.
fn by_field(body: &str) -> String {
    let sorts = ["department", "ministry"];
    let of = sorts.iter().find_map(|sort| Some((sort, body.strip_prefix(sort)?.strip_prefix(" of ")?)));
    of.map_or(body.to_string(), |(sort, field)| format!("{} {sort}", field.strip_prefix("the ").unwrap_or(field)))
}

/// The country or union that a body’s name begins with, by whichever name, and the rest.
fn before(key: &str) -> Option<(&str, &str)> {
    let unions = ["european union", "united nations", "u n"];
    let union = unions.iter().find_map(|union| Some((plain(union), key.strip_prefix(union)?.strip_prefix(' ')?)));
    if union.is_some() {
        return union;
    }
    let spaces = key.match_indices(' ').map(|(at, _)| at).take(3);
    let parts = spaces.map(|at| (&key[..at], &key[at + 1..])).filter(|(_, rest)| !rest.starts_with("of "));
    let mut owners = parts.filter_map(|(owner, rest)| {
        let union = matches!(owner, "us" | "un" | "uk" | "eu");
        let land = if union || is_land(owner) { Some(plain(owner)) } else { demonyms::home(owner) };
        Some((land?, rest))
    });
    owners.next()
}

fn is_land(key: &str) -> bool {
    demonyms::is_land(plain(key))
}

/// True for what each country has one of.
fn is_ministry(body: &str) -> bool {
    let last = body.rsplit(' ').next().unwrap_or(body);
    matches!(last, "ministry" | "department" | "parliament" | "army" | "navy")
        || body.starts_with("ministry of ")
        || is_chamber(body.strip_prefix("national ").unwrap_or(body))
}

/// `congress`, `senate`: what a land has one of, whose name is no more than the plain word.
fn is_chamber(body: &str) -> bool {
    vocabulary::is(word_hash(body), Rule::Chamber) || body == "assembly"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TokenRange;

    #[test]
    fn the_year_of_an_event_may_stand_first_or_last() {
        let name = |key: &str| Name { tokens: TokenRange::new(0, 1), kind: EntityKind::Event, key: key.to_string() };
        assert_eq!(stem(&name("2016 ardle - corrin summit")), stem(&name("ardle - corrin summit 2016")));
        assert_ne!(stem(&name("2016 ardle summit")), stem(&name("ardle summit 2017")));
    }
}
