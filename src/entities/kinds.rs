//! What a name is: by its last word, and by what the same words are elsewhere in the article.
//!
//! [`known`] names and the table [`PROOFS`] leave no doubt about one place of a name; [`TOLD`] and [`LISTED`] are weighed
//! over all places of the same words. Absent here: where a name begins and ends.

use super::demonyms;
use super::features::pair;
use super::lexicon::{class, phrase};
use super::names::{Name, Reading};
use super::vocabulary::Rule;
use super::{known, namesakes};
use crate::document::{BlockKind, Case, HashMap, HashSet, TokenKind};
use crate::{EntityKind, TokenRange};

use EntityKind::{Event, Group, Organization, Other, Person, Place};

/// Says whether something holds for a name.
type Holds = fn(Reading, TokenRange) -> bool;

/// What leaves no doubt about a name that the model took for one of `of`; the first that holds decides.
struct Proof {
    holds: Holds,
    of: &'static [EntityKind],
    is: EntityKind,
}

const ANY: &[EntityKind] = &[Person, Organization, Place, Group, Event, Other];

const PROOFS: [Proof; 14] = [
    Proof { holds: is_dateline, of: ANY, is: Place },
    Proof { holds: names_a_body, of: ANY, is: Organization },
    Proof { holds: is_home, of: ANY, is: Place },
    Proof { holds: is_state, of: ANY, is: Place },
    Proof { holds: is_titled, of: &[Organization, Place, Event, Other], is: Person },
    Proof { holds: is_vessel, of: ANY, is: Other },
    Proof { holds: is_pair_of_peoples, of: &[Person, Organization, Place, Other], is: Group },
    Proof { holds: ends_in_ground, of: &[Other], is: Place },
    Proof { holds: is_seat, of: &[Person, Other], is: Place },
    Proof { holds: ends_in_club, of: &[Other], is: Organization },
    Proof { holds: ends_in_house, of: &[Person, Event], is: Organization },
    Proof { holds: ends_in_paper, of: &[Organization, Place], is: Other },
    Proof { holds: is_illness, of: &[Person, Organization, Place, Event], is: Other },
    Proof { holds: is_people, of: &[Other, Place], is: Group },
];

/// What speaks for a kind, and how much: the weights stand beside each other, so that they can be compared.
struct Sign {
    holds: Holds,
    is: EntityKind,
    weight: u32,
}

/// The model's own word, for each place of a name.
const MODEL: u32 = 3;

/// What the words around one place of a name say; each place counts.
const TOLD: [Sign; 5] = [
    Sign { holds: is_where, is: Place, weight: 2 },
    Sign { holds: is_addressed, is: Person, weight: 2 },
    Sign { holds: is_described_as_body, is: Organization, weight: 9 },
    Sign { holds: is_dateline, is: Place, weight: 9 },
    Sign { holds: is_byline, is: Person, weight: 9 },
];

/// What the lists say of a name, however often it stands in the article.
const LISTED: [Sign; 8] = [
    Sign { holds: is_listed, is: Organization, weight: 4 },
    Sign { holds: is_demonym, is: Group, weight: 4 },
    Sign { holds: ends_in_ground, is: Place, weight: 2 },
    Sign { holds: ends_in_scheme, is: Other, weight: 4 },
    Sign { holds: ends_in_gathering, is: Event, weight: 4 },
    Sign { holds: is_company_word, is: Organization, weight: 2 },
    Sign { holds: is_country_word, is: Place, weight: 2 },
    Sign { holds: is_people_word, is: Group, weight: 2 },
];

/// What a longer name says of its parts: the last word of a person's name is that person's, each time it stands so;
/// more so with its particle (`De la Cruz` of `Maria de la Cruz`).
const SURNAME: u32 = 2;
const PARTICLE: u32 = 4;

/// What a name that the model found is, where the name or the words around it leave no doubt.
pub(super) fn settle(reading: Reading, name: &Name) -> EntityKind {
    // Known far beyond its home, but not `Ms Fiat`.
    if let Some(kind) = known::kind_of(&name.key).filter(|_| !is_addressed(reading, name.tokens)) {
        return kind;
    }
    let proof = PROOFS.iter().find(|proof| proof.of.contains(&name.kind) && (proof.holds)(reading, name.tokens));
    proof.map_or(name.kind, |proof| proof.is)
}

/// A string has one kind in a document, but for a person and a place of one name that are both clearly there
/// (`Lincoln` the man and the city).
pub(super) fn agree(reading: Reading, names: &mut [Name]) {
    namesakes::find(reading, names);
    let mut votes: HashMap<&str, [u32; 6]> = HashMap::with_capacity_and_hasher(names.len(), Default::default());
    let mut tails: Vec<(String, u32)> = Vec::new();
    let mut firms: HashMap<String, bool> = HashMap::default();
    let mut grounded: HashSet<String> = HashSet::default();
    let mut bodies: HashSet<String> = HashSet::default();
    let mut first: HashSet<String> = HashSet::default();
    let mut people: HashSet<String> = HashSet::default();
    let part = |at: u32| reading.key(TokenRange::new(at, at + 1));
    for name in names.iter() {
        let tally = |signs: &[Sign], votes: &mut [u32; 6]| {
            let holding = signs.iter().filter(|sign| (sign.holds)(reading, name.tokens));
            holding.for_each(|sign| votes[sign.is as usize] += sign.weight);
        };
        let votes = votes.entry(&name.key).or_insert_with(|| {
            let mut votes = [0; 6];
            tally(&LISTED, &mut votes);
            votes
        });
        votes[name.kind as usize] += MODEL;
        tally(&TOLD, votes);
        if name.tokens.len() < 2 {
            let ground = reading.has(name.tokens.start, class::COUNTRY) || reading.is_capital(name.tokens.end);
            if name.kind == Place && (ground || is_grounded(reading, name.tokens)) {
                grounded.insert(name.key.clone());
            }
            continue;
        }
        match name.kind {
            Person => {
                let tokens = name.tokens;
                if !reading.has(tokens.start, class::COUNTRY | class::TOWN) {
                    first.insert(part(tokens.start));
                }
                people.extend((tokens.start..tokens.end).map(part));
                tails.push((part(tokens.end - 1), SURNAME));
                if let Some(at) = (tokens.start + 1..tokens.end).find(|at| reading.is(*at, Rule::Particle)) {
                    tails.push((reading.key(TokenRange::new(at, tokens.end)), PARTICLE));
                }
            }
            Organization => {
                let (start, last) = (name.tokens.start, name.tokens.end - 1);
                // A lone word that begins an organisation's name and no person's means the organisation.
                if !reading.has(start, AMBIGUOUS) {
                    let plain = (start + 1..=last).all(|at| reading.has(at, class::COMPANY));
                    *firms.entry(part(start)).or_default() |= plain;
                }
                // `Selectboard` of `Cutter Falls Selectboard`
                let taken = (AMBIGUOUS & !class::COMMON) | class::FIRST | class::LAST;
                if reading.is_capital(last) && !reading.has(last, taken) {
                    bodies.insert(part(last));
                }
            }
            _ => {}
        }
    }
    for (tail, weight) in &tails {
        if let Some(votes) = votes.get_mut(tail.as_str()) {
            votes[Person as usize] += weight;
        }
    }
    let surnames: HashSet<&str> = tails.iter().map(|(tail, _)| tail.as_str()).collect();
    let settled: Vec<EntityKind> = names
        .iter()
        .map(|name| {
            // `Ban said` of Ban Ki-moon
            if first.contains(&name.key) && reading.is(name.tokens.end, Rule::Say) {
                return Person;
            }
            let bears = people.contains(&name.key);
            // A body that says more than what sort it is may bear the name of a place (`Sorna Ferry Users' Group`).
            if !bears && firms.get(&name.key).is_some_and(|plain| *plain || name.kind != Place) {
                return Organization;
            }
            let votes = votes.get(name.key.as_str()).copied().unwrap_or_default();
            // `Lancaster had shown greed` of Tracey Lancaster
            let surname = surnames.contains(name.key.as_str());
            if surname && matches!(name.kind, Place | Person) && !grounded.contains(&name.key) {
                return if is_dateline(reading, name.tokens) { Place } else { Person };
            }
            if !bears && bodies.contains(&name.key) && votes[Place as usize] == 0 {
                return Organization;
            }
            let (top, most) = votes.iter().enumerate().max_by_key(|(n, count)| (**count, 6 - n)).unwrap_or((0, &0));
            let top = super::labels::KINDS[top];
            let two = bears && matches!((name.kind, top), (Person, Place) | (Place, Person));
            if two && votes[name.kind as usize] * 2 >= *most { name.kind } else { top }
        })
        .collect();
    names.iter_mut().zip(settled).for_each(|(name, kind)| name.kind = kind);
}

/// A company by the lists, or what its last word says is a body: surer signs than words that also are people's names.
pub(super) fn names_a_body(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() > 1
        && !reading.is(tokens.start, Rule::Office)
        && (is_listed(reading, tokens) || is_body(reading, head(reading, tokens)))
}

/// True for the name of a company: by the lists, or by its ending.
pub(super) fn is_company(reading: Reading, tokens: TokenRange) -> bool {
    is_listed(reading, tokens) || tokens.len() > 1 && reading.is(tokens.end - 1, Rule::Ending)
}

/// True for a capitalised last word of the names of bodies (`Corp.`, `Ministry`).
pub(super) fn is_body(reading: Reading, at: u32) -> bool {
    reading.is_capital(at) && reading.is(at, Rule::Body)
}

/// True for a last word that says which body is meant: no ordinary word, and in no list of names.
pub(super) fn names_only_a_body(reading: Reading, at: u32) -> bool {
    reading.is_capital(at) && !reading.has(at, AMBIGUOUS | class::FIRST | class::LAST) && !reading.is(at, Rule::Ending)
}

/// Words that begin the names of many different organisations.
pub(super) const AMBIGUOUS: u16 =
    class::COMMON | class::PEOPLE | class::COUNTRY | class::TOWN | class::COMPANY | class::TITLE;

/// `Duluth, Minn.`: a state of the United States, written short behind a town.
pub(super) fn is_state(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 1
        && tokens.start > 1
        && reading.is(tokens.start, Rule::State)
        && reading.word(tokens.start - 1) == ","
        && reading.is_capital(tokens.start - 2)
        && (reading.word(tokens.start).ends_with('.') || reading.word(tokens.end) == ".")
}

/// `Const. Priya Nair`: a first name, or a surname that is nothing else, behind a title.
pub(super) fn is_titled(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    let taken = class::COMMON | class::COUNTRY | class::TOWN | class::COMPANY | class::PEOPLE | class::TITLE;
    let word = |at: u32| reading.is_capital(at) && !reading.has(at, class::COMMON | class::COMPANY);
    let known = || reading.has(start, class::FIRST) || reading.has(end - 1, class::LAST);
    let unlisted = || (start..end).all(|at| !reading.has(at, taken));
    let named = tokens.len() > 1 && !reading.is(end - 1, Rule::Ground) && (known() || unlisted())
        || tokens.len() == 1 && reading.has(start, class::LAST) && !reading.has(start, taken);
    tokens.len() < 4 && behind_title(reading, start) && named && (start..end).all(word)
}

/// True behind a capitalised title, with its stop or without.
fn behind_title(reading: Reading, start: u32) -> bool {
    let stop = start > 1 && reading.word(start - 1) == "." && reading.token(start - 1).is_some_and(|t| !t.space_before);
    let title = start.checked_sub(1 + u32::from(stop));
    title.is_some_and(|at| super::names::is_title(reading, at) && reading.is_capital(at))
}

/// `the ferry Patience`, `the last boat, the Patience`, `aboard the Patience`.
fn is_vessel(reading: Reading, tokens: TokenRange) -> bool {
    let before = |n: u32| tokens.start.checked_sub(n);
    let is = |n: u32, rule: Rule| before(n).is_some_and(|at| reading.is(at, rule) && !reading.is_capital(at));
    let word = |n: u32| before(n).map_or("", |at| reading.word(at));
    let article = word(1) == "the";
    let beside = matches!(word(2), "The" | "A") || before(2).is_some_and(|at| !reading.is_capital(at));
    is(1, Rule::Vessel) && beside && !reading.has(tokens.start, class::PEOPLE | class::COUNTRY)
        || article && word(2) == "," && is(3, Rule::Vessel)
        || article && word(2) == "aboard"
}

/// `Anglo-Ashanti`: two peoples in one word.
fn is_pair_of_peoples(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() == 3
        && matches!(reading.word(tokens.start + 1), "-" | "–" | "‐")
        && reading.is(tokens.start, Rule::Half)
        && reading.is_capital(tokens.start + 2)
}

/// `Lleuad Tidal, a consortium of …`: in its first place the article says what sort of body it is.
fn is_described_as_body(reading: Reading, tokens: TokenRange) -> bool {
    if reading.word(tokens.end) != "," || !matches!(reading.word(tokens.end + 1), "a" | "an" | "the") {
        return false;
    }
    let plain = |at: &u32| {
        reading.token(*at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.space_before)
    };
    let words = (tokens.end + 2..tokens.end + 7).take_while(plain);
    let stops =
        |at: &u32| !matches!(reading.word(*at), "of" | "for" | "in" | "that" | "which" | "who" | "by" | "at" | "from");
    words.take_while(stops).last().is_some_and(|at| reading.is(at, Rule::Enterprise))
}

/// True for a company of the lists. The lists keep 24 bits of a name's hash, so its first word must be one that such a
/// name begins with: else every few articles somebody's name would be taken for a company's.
fn is_listed(reading: Reading, tokens: TokenRange) -> bool {
    listed_kind(reading, tokens) == phrase::ORGANIZATION
}

/// True for a place or country of the lists with more words than one (`Santa Rosa`).
pub(super) fn is_listed_place(reading: Reading, tokens: TokenRange) -> bool {
    matches!(listed_kind(reading, tokens), phrase::PLACE | phrase::COUNTRY)
}

/// True for a country of the lists with more words than one (`South Korea`).
pub(super) fn is_listed_country(reading: Reading, tokens: TokenRange) -> bool {
    listed_kind(reading, tokens) == phrase::COUNTRY
}

/// The kind of phrase that the lists know by these words; 0: none.
fn listed_kind(reading: Reading, tokens: TokenRange) -> u8 {
    if !reading.entry(tokens.start).starts_list() {
        return 0;
    }
    reading.lexicon.phrase(reading.doc.tokens[tokens.range()].iter().fold(0, |hash, t| pair(hash, t.hash)))
}

fn is_demonym(reading: Reading, tokens: TokenRange) -> bool {
    demonyms::is_demonym(&reading.key(tokens))
}

/// `New Zealanders`; the Philippines are none, though they end in s.
fn is_people(reading: Reading, tokens: TokenRange) -> bool {
    is_demonym(reading, tokens) && bits(reading, tokens) & class::COUNTRY == 0
}

/// `Covid`
fn is_illness(reading: Reading, tokens: TokenRange) -> bool {
    (tokens.start..tokens.end).all(|at| reading.is(at, Rule::Illness))
}

/// `Ann Lee, 51, of Lower Tarrant`
fn is_home(reading: Reading, tokens: TokenRange) -> bool {
    let start = tokens.start;
    start > 3
        && matches!(reading.word(start - 1), "of" | "from")
        && reading.word(start - 2) == ","
        && reading.word(start - 3).bytes().all(|b| b.is_ascii_digit())
}

/// `the mayor of Lincoln`
fn is_seat(reading: Reading, tokens: TokenRange) -> bool {
    let start = tokens.start;
    start > 1
        && reading.word(start - 1) == "of"
        && matches!(reading.word(start - 2), "mayor" | "city" | "town" | "village" | "port" | "suburb" | "outskirts")
}

/// The word that says what a name of several words is: the last, or the one before `of` and its like (`Treaty of Lisbon`).
fn head(reading: Reading, tokens: TokenRange) -> u32 {
    let of = |at: u32| matches!(reading.word(at), "of" | "for" | "on" | "against" | "between" | "in" | "to");
    (tokens.start + 1..tokens.end).find(|at| of(*at)).unwrap_or(tokens.end) - 1
}

fn is_head(reading: Reading, tokens: TokenRange, rule: Rule) -> bool {
    let head = head(reading, tokens);
    tokens.len() > 1 && reading.is_capital(head) && reading.is(head, rule)
}

/// `Heron Bay`
fn ends_in_ground(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Ground)
}

/// `Farmers Union`
fn ends_in_club(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Club)
}

/// `National Library`
fn ends_in_house(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::House)
}

/// `Inflation Reduction Act`: what was agreed, decreed or planned.
fn ends_in_paper(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Paper)
}

/// `Comprehensive Strategic Partnership`, but not one that says something: that is a body.
fn ends_in_scheme(reading: Reading, tokens: TokenRange) -> bool {
    is_head(reading, tokens, Rule::Scheme) && !reading.is(tokens.end, Rule::Say)
}

/// `Worldwide Developers Conference`, but not a conference of something, nor a forum: they are bodies.
fn ends_in_gathering(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    is_head(reading, tokens, Rule::Gathering) && head(reading, tokens) == last && !reading.is(last, Rule::Club)
}

/// `in Lisbon`
pub(super) fn is_where(reading: Reading, tokens: TokenRange) -> bool {
    tokens.start > 0 && matches!(reading.word(tokens.start - 1), "in" | "near" | "In" | "Near")
}

/// `from Lisbon`: the words around say that a place is meant, or may do so.
fn is_grounded(reading: Reading, tokens: TokenRange) -> bool {
    let before = tokens.start.checked_sub(1).map_or("", |at| reading.word(at));
    matches!(
        before,
        "in" | "In"
            | "near"
            | "Near"
            | "at"
            | "At"
            | "from"
            | "From"
            | "to"
            | "of"
            | "around"
            | "outside"
            | "across"
            | "throughout"
            | "through"
            | "towards"
            | "toward"
            | "via"
            | "between"
            | "and"
            | "or"
            | ","
    )
}

/// `Ms Lisbon`
pub(super) fn is_addressed(reading: Reading, tokens: TokenRange) -> bool {
    tokens.start.checked_sub(1).is_some_and(|at| reading.is(at, Rule::Honorific) && reading.is_capital(at))
}

/// The town of a dateline (`ARDLE, England —`): the place a report comes from, whatever else bears its name.
fn is_dateline(reading: Reading, tokens: TokenRange) -> bool {
    let at = |at: u32| reading.word(at);
    let sentences = &reading.doc.sentences;
    let Ok(sentence) = sentences.binary_search_by_key(&tokens.start, |s| s.tokens.start) else { return false };
    let capitals = reading.word(tokens.start).chars().all(|c| !c.is_lowercase());
    let dash = |word: &str| matches!(word, "—" | "–" | "--" | "-");
    let country = at(tokens.end) == "," && reading.has(tokens.end + 1, class::COUNTRY) && dash(at(tokens.end + 2));
    // What stands before the dash: a country, a state, a day, an agency in brackets.
    let within = |word: &str| word.chars().all(|c| c.is_ascii_digit()) || matches!(word, "," | "." | "(" | ")");
    let line = capitals && matches!(at(tokens.end), "," | "(" | "-" | "–" | "—" | "--") && {
        let limit = sentences[sentence].tokens.end.min(tokens.end + 9);
        let stop = (tokens.end..limit).find(|n| {
            let word = at(*n);
            !(within(word) || reading.is_capital(*n) || word.len() < 5 && at(*n + 1) == ")")
        });
        stop.is_some_and(|n| dash(at(n)))
    };
    let state = at(tokens.end) == "," && reading.is(tokens.end + 1, Rule::State) && {
        let behind = tokens.end + 2;
        dash(at(behind + u32::from(at(behind) == ".")))
    };
    country || state || line
}

/// Who wrote the article: a name of two to four words behind `By`, that no list knows as an organisation's.
fn is_byline(reading: Reading, tokens: TokenRange) -> bool {
    let sentence = reading.doc.sentences.partition_point(|s| s.tokens.end <= tokens.start);
    let Some(sentence) = reading.doc.sentences.get(sentence) else { return false };
    reading.doc.blocks[sentence.block as usize].kind == BlockKind::Byline
        && (2..=4).contains(&tokens.len())
        && tokens.start > sentence.tokens.start
        && reading.word(tokens.start - 1).eq_ignore_ascii_case("by")
        && !names_a_body(reading, tokens)
        && known::kind_of(&reading.key(tokens)).is_none()
}

/// What the lexicon knows of a name of one word.
fn bits(reading: Reading, tokens: TokenRange) -> u16 {
    if tokens.len() == 1 { reading.entry(tokens.start).bits } else { 0 }
}

fn is_company_word(reading: Reading, tokens: TokenRange) -> bool {
    let bits = bits(reading, tokens);
    bits & class::COMPANY != 0 && bits & (class::COUNTRY | class::TOWN | class::FIRST | class::LAST) == 0
}

fn is_country_word(reading: Reading, tokens: TokenRange) -> bool {
    bits(reading, tokens) & class::COUNTRY != 0
}

fn is_people_word(reading: Reading, tokens: TokenRange) -> bool {
    bits(reading, tokens) & class::PEOPLE != 0
}
