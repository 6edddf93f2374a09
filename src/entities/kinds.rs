//! What a name is: by its last word, and by what the same words are elsewhere in the article.
//!
//! [`known`] names and the table [`PROOFS`] leave no doubt about one place of a name; [`TOLD`] and [`LISTED`] are weighed
//! over all places of the same words, beside what longer names say of it ([`Parts`]). Absent here: where a name begins and
//! ends, how the words around a name are read ([`told`]).

use super::abroad;
use super::business;
use super::craft;
use super::features::pair;
use super::government;
use super::heads;
use super::homes;
use super::lands;
use super::languages;
use super::lexicon::{class, phrase};
use super::others::Others;
use super::parts::{self, Part, Parts};
use super::peoples;
use super::reading::{Name, Reading};
use super::sorts;
use super::teams;
use super::told::{self, BEFORE, COMMA, MARK, NOUN, OWNER, WORD};
use super::vocabulary::Rule;
use super::{known, namesakes, renamed, stems};
use crate::document::{Case, HashMap, TokenKind};
use crate::{EntityKind, TokenRange};
use std::borrow::Cow;

use EntityKind::{Event, Group, Organization, Other, Person, Place};

/// Says whether something holds for a name.
type Holds = fn(Reading, TokenRange) -> bool;

/// Kinds of entities, a bit each.
type Kinds = u8;

const fn of(kinds: &[EntityKind]) -> Kinds {
    let (mut bits, mut n) = (0, 0);
    while n < kinds.len() {
        bits |= 1 << kinds[n] as u8;
        n += 1;
    }
    bits
}

/// What leaves no doubt about a name that the model took for one of `of`; the first that holds decides.
struct Proof {
    holds: Holds,
    of: Kinds,
    is: EntityKind,
}

const ANY: Kinds = of(&[Person, Organization, Place, Group, Event, Other]);
/// What bears a name of its own; peoples and happenings are known by their words.
const NAMED: Kinds = of(&[Person, Organization, Place]);
const THINGS: Kinds = of(&[Person, Organization, Place, Other]);

const PROOFS: [Proof; 57] = [
    Proof { holds: teams::is_court, of: of(&[Person, Organization, Other]), is: Place },
    Proof { holds: names_a_body, of: ANY, is: Organization },
    Proof { holds: heads::is_chamber, of: ANY, is: Organization },
    Proof { holds: heads::ends_in_form, of: of(&[Person, Other]), is: Organization },
    Proof { holds: lands::is_compound, of: of(&[Person, Group, Other]), is: Place },
    Proof { holds: heads::ends_in_arena, of: of(&[Person, Organization, Other]), is: Place },
    Proof { holds: told::is_wire, of: ANY, is: Organization },
    Proof { holds: told::is_home, of: ANY, is: Place },
    Proof { holds: homes::is_in_address, of: of(&[Person, Organization, Other]), is: Place },
    Proof { holds: homes::ends_in_land, of: of(&[Person, Other]), is: Place },
    Proof { holds: heads::is_high, of: of(&[Person, Place]), is: Organization },
    Proof { holds: heads::is_lords, of: of(&[Place, Group, Other]), is: Organization },
    Proof { holds: lands::is_code_of_land, of: of(&[Person, Organization, Other]), is: Place },
    Proof { holds: lands::is_county, of: of(&[Person, Organization, Other]), is: Place },
    Proof { holds: lands::is_state, of: ANY, is: Place },
    Proof { holds: heads::is_at_ground, of: of(&[Organization]), is: Place },
    Proof { holds: lands::is_land_behind, of: of(&[Person, Organization, Other]), is: Place },
    Proof { holds: has_particle, of: of(&[Organization, Place, Other]), is: Person },
    Proof { holds: told::is_titled, of: of(&[Organization, Place, Event, Other]), is: Person },
    Proof { holds: craft::is_vessel, of: ANY, is: Other },
    Proof { holds: heads::is_bill, of: of(&[Person, Organization, Place]), is: Other },
    Proof { holds: craft::is_asteroid, of: ANY, is: Other },
    Proof { holds: heads::ends_in_headquarters, of: of(&[Person, Other]), is: Place },
    Proof { holds: craft::is_comet, of: of(&[Person, Organization, Place]), is: Other },
    Proof { holds: peoples::is_pair_of_peoples, of: of(&[Person, Organization, Place, Other]), is: Group },
    Proof { holds: heads::ends_in_ground, of: of(&[Group, Other]), is: Place },
    Proof { holds: told::is_seat, of: of(&[Person, Other]), is: Place },
    Proof { holds: heads::ends_in_club, of: of(&[Other]), is: Organization },
    Proof { holds: heads::ends_in_news, of: of(&[Person, Place, Other]), is: Organization },
    Proof { holds: teams::is_town_side, of: of(&[Person, Place, Event, Other]), is: Organization },
    Proof { holds: teams::is_of_land, of: of(&[Person, Place, Other]), is: Organization },
    Proof { holds: teams::is_gulf_side, of: of(&[Person, Place, Other]), is: Organization },
    Proof { holds: business::is_car, of: of(&[Person, Organization, Place]), is: Other },
    Proof { holds: is_climate_talks, of: ANY, is: Event },
    Proof { holds: heads::is_race, of: THINGS, is: Event },
    Proof { holds: heads::is_feast, of: THINGS, is: Event },
    Proof { holds: heads::ends_in_house, of: of(&[Person, Event]), is: Organization },
    Proof { holds: business::is_firm_of_two, of: of(&[Person]), is: Organization },
    Proof { holds: heads::is_bank, of: of(&[Person, Place, Other]), is: Organization },
    Proof { holds: heads::ends_in_trade, of: of(&[Person, Place]), is: Organization },
    Proof { holds: heads::ends_in_firm, of: of(&[Person, Other]), is: Organization },
    Proof { holds: heads::ends_in_faith, of: ANY, is: Other },
    Proof { holds: heads::is_of_the_nations, of: of(&[Place, Other]), is: Organization },
    Proof { holds: heads::ends_in_paper, of: of(&[Organization, Place, Event]), is: Other },
    Proof { holds: heads::is_school_of, of: of(&[Place, Other]), is: Organization },
    Proof { holds: abroad::begins_a_body, of: of(&[Person, Place, Other]), is: Organization },
    Proof { holds: abroad::begins_a_spot, of: of(&[Person]), is: Place },
    Proof { holds: abroad::is_branch, of: of(&[Place]), is: Organization },
    Proof { holds: heads::is_board, of: of(&[Person, Place, Event, Other]), is: Organization },
    Proof { holds: is_illness, of: of(&[Person, Organization, Place, Event]), is: Other },
    Proof { holds: peoples::is_people, of: of(&[Other, Place]), is: Group },
    Proof { holds: craft::is_ridden, of: of(&[Person, Organization, Place]), is: Other },
    Proof { holds: peoples::is_tribe, of: of(&[Person, Organization, Place, Other]), is: Group },
    Proof { holds: peoples::is_nation, of: of(&[Person, Organization, Place, Other]), is: Group },
    Proof { holds: is_world_war, of: ANY, is: Event },
    Proof { holds: has_initials, of: of(&[Place, Other]), is: Person },
    Proof { holds: super::names::is_noble, of: of(&[Organization, Place, Other]), is: Person },
];

/// What speaks for a kind of what the model took for one of `of`, and how much: the weights stand beside each other, so that they can be compared.
struct Sign {
    /// Where something must stand beside the name for it: most signs need not be looked at.
    by: u8,
    holds: Holds,
    of: Kinds,
    is: EntityKind,
    weight: u32,
}

const fn sign(by: u8, holds: Holds, of: Kinds, is: EntityKind, weight: u32) -> Sign {
    Sign { by, holds, of, is, weight }
}

/// The model's own word, for each place of a name.
const MODEL: u32 = 3;

/// Places of a name, of which each counts with the model's word.
const FEW: u32 = 4;

/// What outweighs the model's word for however many places, and a hint beside it.
const SURE: u32 = 18;

/// What the words around one place of a name say; each place counts.
const TOLD: [Sign; 75] = [
    sign(BEFORE, told::is_where, ANY, Place, 2),
    sign(BEFORE, renamed::is_second_storm, ANY, Event, SURE),
    sign(told::ANY, lands::is_side_of_land, ANY, Place, 2 * SURE),
    sign(MARK, told::is_base, NAMED, Place, 4),
    sign(told::ANY, homes::is_from, of(&[Person]), Place, 9),
    sign(told::ANY, homes::is_realm, NAMED, Place, SURE),
    sign(told::ANY, homes::is_passed_by, NAMED, Place, 9),
    sign(COMMA, business::is_which, of(&[Person, Place]), Organization, SURE),
    sign(told::ANY, business::is_left, of(&[Person, Place]), Organization, SURE),
    sign(told::ANY, business::is_asked, of(&[Person, Place, Other]), Organization, 9),
    sign(told::ANY, sorts::is_made_by, of(&[Place, Other]), Person, 9),
    sign(BEFORE, told::is_among_places, of(&[Person, Organization]), Place, SURE),
    sign(WORD, business::is_on_sale, NAMED, Organization, SURE),
    sign(WORD | COMMA, business::is_founded, of(&[Person]), Organization, SURE),
    sign(BEFORE, told::is_addressed, ANY, Person, 2),
    sign(WORD, told::is_reported, of(&[Organization, Place, Other]), Person, SURE),
    sign(WORD, told::is_human, of(&[Person, Place]), Person, 4),
    sign(BEFORE, told::is_byline, ANY, Person, 9),
    sign(BEFORE | OWNER | COMMA, told::has_kin, NAMED, Person, 9),
    sign(NOUN, sorts::is_introduced_as_body, of(&[Organization, Place, Other]), Organization, 14),
    sign(NOUN, sorts::is_surely_introduced_as_body, of(&[Person]), Organization, 14),
    sign(WORD, told::is_sorted_as_body, THINGS, Organization, 9),
    sign(told::ANY, told::is_sorted_as_trust, THINGS, Organization, SURE),
    sign(told::ANY, told::is_apposed, of(&[Place, Other]), Person, SURE),
    sign(WORD, told::is_sorted_as_settlement, NAMED, Place, 9),
    sign(WORD, sorts::is_region, NAMED, Place, SURE),
    sign(told::ANY, told::is_sorted_as_ground, THINGS, Place, 9),
    sign(BEFORE, told::is_residence, THINGS, Place, 6),
    sign(COMMA, told::is_street, THINGS, Place, SURE),
    sign(BEFORE, told::is_represented, THINGS, Place, SURE),
    sign(BEFORE, told::is_raided, of(&[Person]), Place, 9),
    sign(told::ANY, told::is_freed, THINGS, Place, SURE),
    sign(BEFORE, told::is_origin, of(&[Person]), Place, 9),
    sign(BEFORE, told::is_kin, THINGS, Person, SURE),
    sign(COMMA, told::is_expert, of(&[Organization, Place, Other]), Person, SURE),
    sign(BEFORE, told::is_told, of(&[Person, Place]), Organization, SURE),
    sign(BEFORE, told::is_journal, THINGS, Organization, SURE),
    sign(told::ANY, craft::is_flown, THINGS, Other, SURE),
    sign(BEFORE, craft::is_of_fleet, THINGS, Other, SURE),
    sign(BEFORE, craft::is_vessel, THINGS, Other, 9),
    sign(NOUN, sorts::is_work, NAMED, Other, 9),
    sign(COMMA | BEFORE | NOUN, sorts::is_described_as_craft, NAMED, Other, SURE),
    sign(told::ANY, sorts::is_firm_of, NAMED, Organization, SURE),
    sign(NOUN, sorts::is_quoted_work, NAMED, Other, SURE),
    sign(BEFORE, sorts::is_among_works, NAMED, Other, SURE),
    sign(BEFORE | NOUN, sorts::is_titled_work, of(&[Place]), Other, SURE),
    sign(BEFORE | NOUN, sorts::is_deity, of(&[Organization, Place, Other]), Person, SURE),
    sign(BEFORE, sorts::is_prize, of(&[Person]), Other, 9),
    sign(told::ANY, sorts::is_exercise, of(&[Other]), Event, SURE),
    sign(told::ANY, business::is_probing, of(&[Other]), Organization, 6),
    sign(BEFORE, business::is_selling, of(&[Place, Other]), Organization, 9),
    sign(told::ANY, teams::is_ridden_for, of(&[Other]), Organization, 9),
    sign(COMMA, teams::is_nicknamed, of(&[Place, Event, Other]), Organization, 9),
    sign(BEFORE, teams::is_bowling, of(&[Organization, Place, Other]), Person, 9),
    sign(BEFORE, told::is_succeeded, of(&[Place]), Person, 9),
    sign(told::ANY, told::has_candidate, of(&[Person, Organization]), Organization, 14),
    sign(told::ANY, told::is_with_me, NAMED, Person, SURE),
    sign(COMMA | MARK | WORD | BEFORE, sorts::is_among_bodies, of(&[Place, Other]), Organization, 14),
    sign(told::ANY, peoples::is_adjective, of(&[Person, Organization, Other]), Group, SURE),
    sign(BEFORE, teams::is_played_for, NAMED, Organization, 9),
    sign(told::ANY, teams::is_signing, NAMED, Organization, SURE),
    sign(told::ANY, teams::is_by_itself, of(&[Person, Place]), Organization, SURE),
    sign(BEFORE, told::is_reporting, THINGS, Organization, 6),
    sign(WORD, teams::is_followed, of(&[Place]), Organization, 6),
    sign(MARK | WORD | OWNER | BEFORE, teams::is_scoring, of(&[Person]), Organization, 9),
    sign(MARK | WORD | OWNER | BEFORE, teams::is_scoring_side, of(&[Person, Place, Event, Other]), Organization, SURE),
    sign(COMMA | MARK | WORD | OWNER | BEFORE, teams::is_playing, of(&[Place]), Organization, SURE),
    sign(COMMA, told::is_someone, of(&[Person]), Person, 4),
    sign(COMMA | MARK | WORD, told::is_dateline, ANY, Place, SURE),
    sign(COMMA, told::is_aged, THINGS, Person, SURE),
    sign(
        COMMA | WORD,
        sorts::is_described_as_body,
        of(&[Person, Organization, Place, Event, Other]),
        Organization,
        SURE,
    ),
    sign(WORD, business::has_shares, NAMED, Organization, SURE),
    sign(WORD | OWNER | BEFORE, business::is_in_business, THINGS, Organization, SURE),
    sign(COMMA | WORD, sorts::is_described_as_settlement, THINGS, Place, SURE),
    sign(NOUN, sorts::is_introduced_as_settlement, THINGS, Place, SURE),
];

/// What the lists say of a name, however often it stands in the article.
const LISTED: [Sign; 8] = [
    sign(told::ANY, is_listed, ANY, Organization, 4),
    sign(told::ANY, peoples::is_demonym, ANY, Group, 4),
    sign(told::ANY, heads::ends_in_ground, ANY, Place, 2),
    sign(told::ANY, heads::ends_in_scheme, ANY, Other, 4),
    sign(told::ANY, heads::ends_in_gathering, ANY, Event, 4),
    sign(told::ANY, is_company_word, ANY, Organization, 2),
    sign(told::ANY, is_country_word, ANY, Place, 2),
    sign(told::ANY, is_people_word, ANY, Group, 2),
];

/// What a name that the model found is, where the name or the words around it leave no doubt.
pub(super) fn settle(reading: Reading, name: &Name) -> EntityKind {
    // Known far beyond its home, but not `Ms Fiat`.
    if let Some(kind) = known::kind_of(&name.key).filter(|_| !told::is_addressed(reading, name.tokens)) {
        return kind;
    }
    let proof = PROOFS.iter().find(|proof| proof.of & of(&[name.kind]) != 0 && (proof.holds)(reading, name.tokens));
    proof.map_or(name.kind, |proof| proof.is)
}

/// What speaks for each kind of one string.
struct Votes {
    /// Places where the model said so.
    model: [u32; 6],
    rules: [u32; 6],
    /// What longer names of the article say of it.
    part: Part,
    /// It is told of somewhere as what is for sale, or as what is `he`.
    sold: bool,
    he: bool,
}

impl Votes {
    /// All together. The model says the same of most places of a word, since it looks at all of them: so its word weighs
    /// no more for many places than for a few.
    fn sum(&self) -> [u32; 6] {
        let places = self.model.iter().sum::<u32>().max(FEW);
        std::array::from_fn(|n| self.rules[n] + self.model[n] * MODEL * FEW / places)
    }
}

/// The kind that most speaks for, and how much.
fn top(votes: [u32; 6]) -> (EntityKind, u32) {
    let top = votes.iter().enumerate().max_by_key(|(n, count)| (**count, 6 - n));
    top.map_or((Person, 0), |(n, count)| (super::labels::KINDS[n], *count))
}

/// A string has one kind in a document, but for a person and a place of one name that are both clearly there
/// (`Lincoln` the man and the city), and but for places that tell by themselves.
pub(super) fn agree(reading: Reading, names: &mut [Name]) {
    namesakes::find(reading, names);
    lands::towns(reading, names);
    // `the group Corrin Alimar`, of which the article has Corrin too
    let thing = |name: &&mut Name| matches!(name.kind, Person | Place | Other) && name.tokens.len() > 1;
    for name in names.iter_mut().filter(thing) {
        let surely = name.kind == Person;
        if sorts::is_surely_introduced_as_body(reading, name.tokens)
            || !surely && sorts::is_introduced_as_body(reading, name.tokens)
        {
            name.kind = Organization;
        }
    }
    let parts = Parts::read(reading, names);
    let weigh = |signs: &[Sign], around: u8, name: &Name| {
        let mut votes = [0; 6];
        let kind = of(&[name.kind]);
        let may = |sign: &&Sign| sign.by & around != 0 && sign.of & kind != 0;
        let holding = signs.iter().filter(may).filter(|sign| (sign.holds)(reading, name.tokens));
        holding.for_each(|sign| votes[sign.is as usize] += sign.weight);
        votes
    };
    let mut votes: Vec<Votes> = Vec::with_capacity(names.len());
    // `Corrín` and `Corrin` are one word.
    let mut slots: HashMap<Cow<str>, usize> = HashMap::default();
    // For each name the place of its votes, and what is surely told of it by itself.
    let mut here: Vec<(usize, Option<EntityKind>)> = Vec::with_capacity(names.len());
    for (n, name) in names.iter().enumerate() {
        let slot = *slots.entry(stems::bare(&name.key)).or_insert_with(|| {
            let mut rules = weigh(&LISTED, told::ANY, name);
            let part = parts.of(&name.key);
            rules[Person as usize] += part.surname;
            votes.push(Votes { model: [0; 6], rules, part, sold: false, he: false });
            votes.len() - 1
        });
        let around = told::around(reading, name.tokens);
        let told = weigh(&TOLD, around, name);
        // `National Union of Dockers (Numda)`
        if n > 0 && is_short_of(reading, &names[n - 1], name.tokens) {
            votes[slot].rules[Organization as usize] += SURE;
        }
        // `Tom Berg, known to his fans as Slate`
        if n > 0 && renamed::is_byname(reading, &names[n - 1], name.tokens) {
            votes[slot].rules[Person as usize] += SURE;
        }
        let firm = || votes[slot].part.firm.is_some() && business::is_acting(reading, name.tokens, true);
        let sold = around & WORD != 0 && business::is_on_sale(reading, name.tokens) || firm();
        votes[slot].sold |= sold;
        votes[slot].he |= votes[slot].part.surname > 0 && parts::is_he(reading, name.tokens);
        votes[slot].model[name.kind as usize] += 1;
        votes[slot].rules.iter_mut().zip(told).for_each(|(sum, told)| *sum += told);
        let (top, most) = top(told);
        here.push((slot, (most >= SURE).then_some(top)));
    }
    let others = Others::read(reading, names);
    let settled: Vec<EntityKind> = names
        .iter()
        .zip(here)
        .map(|(name, (slot, here))| {
            if is_illness(reading, name.tokens) || languages::is_language(reading, name.tokens) {
                return Other;
            }
            let part = votes[slot].part;
            if let Some(kind) = others.kind(reading, name, &parts) {
                return kind;
            }
            // The article has the firm too, and the founder's surname alone is what is told of it.
            let Votes { model, rules, .. } = &votes[slot];
            if votes[slot].he && !votes[slot].sold && name.kind == Organization && here != Some(Organization) {
                return Person;
            }
            let limited = part.limited
                && !part.bears
                && !part.grounded
                && rules[Place as usize] * 4 <= rules[Organization as usize];
            let firm = part.surname > 0
                && (model[Organization as usize] > 0 || part.firm.is_some())
                && votes[slot].sold
                && rules[Person as usize] <= part.surname
                && told::is_free(reading, name.tokens);
            let votes = votes[slot].sum();
            if (firm || limited && !government::is_capital(&name.key)) && name.tokens.len() == 1 && name.kind != Other {
                return Organization;
            }
            let alone = name.tokens.len() == 1 && !part.bears;
            let founded = name.tokens.len() == 1 && (part.limited || part.trade && !part.grounded && part.surname == 0);
            // `Corrin cut jobs` of Corrin Foods, where nobody is called so
            let dealer = part.trade && alone && name.kind == Person && here != Some(Person);
            if dealer && told::is_free(reading, name.tokens) {
                return Organization;
            }
            let acts = |surely: bool| business::is_acting(reading, name.tokens, surely);
            if founded && (acts(true) || part.surname == 0 && acts(false))
                || alone
                    && part.side
                    && here.is_none()
                    && matches!(name.kind, Place | Person)
                    && (teams::is_called(reading, name.tokens)
                        || rules[Person as usize] + rules[Place as usize] == 0
                            && teams::is_nothing_else(reading, name.tokens))
            {
                return Organization;
            }
            let ground = part.ground && matches!(name.kind, Person | Other);
            if (part.county || ground) && !part.bears && name.tokens.len() == 1 {
                return Place;
            }
            // `born in Derby` where Derby beat Leeds
            let town =
                || name.kind == Place && teams::is_town(reading, name.tokens) && told::is_there(reading, name.tokens);
            let as_part = || part.kind(reading, name, votes[Place as usize] > 0);
            if let Some(kind) = here.or_else(as_part).or_else(|| town().then_some(Place)) {
                return kind;
            }
            let (top, most) = top(votes);
            let two = part.bears && matches!((name.kind, top), (Person, Place) | (Place, Person));
            if two && votes[name.kind as usize] * 2 >= most { name.kind } else { top }
        })
        .collect();
    names.iter_mut().zip(settled).for_each(|(name, kind)| name.kind = kind);
}

/// A company by the lists, or what its last word says is a body: surer signs than words that also are people's names.
pub(super) fn names_a_body(reading: Reading, tokens: TokenRange) -> bool {
    tokens.len() > 1
        && !reading.is(tokens.start, Rule::Office)
        && (is_listed(reading, tokens) || is_body(reading, heads::head(reading, tokens)))
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

/// `Maria de la Cruz`: a first name, small words that surnames begin with, and one word more.
fn has_particle(reading: Reading, tokens: TokenRange) -> bool {
    let TokenRange { start, end } = tokens;
    // `Isaac Del Toro`
    let del = |at: u32| end == start + 3 && reading.word(at) == "Del" && !is_listed_place(reading, tokens);
    let small = |at: u32| (!reading.is_capital(at) || del(at)) && reading.is(at, Rule::Particle);
    reading.has(start, class::FIRST)
        && !reading.has(start, class::TOWN | class::COUNTRY)
        && end > start + 2
        && (start + 1..end - 1).all(small)
        && reading.is_capital(end - 1)
        && !peoples::is_tribe(reading, tokens)
}

/// `WWII`
fn is_world_war(reading: Reading, tokens: TokenRange) -> bool {
    let upper = reading.token(tokens.start).is_some_and(|t| t.case == Case::Upper && t.span.len() > 2);
    tokens.len() == 1 && upper && super::alias::plain(&reading.key(tokens)).starts_with("world war")
}

/// `COP29`
pub(super) fn is_climate_talks(reading: Reading, tokens: TokenRange) -> bool {
    // Asked of every word.
    let short = tokens.len() == 1 && reading.token(tokens.start).is_some_and(|t| t.span.len() == 5);
    let word = reading.word(tokens.start);
    let number = || word.strip_prefix("COP").or_else(|| word.strip_prefix("Cop"));
    short && number().is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit()))
}

/// `V K Sorna`: initials before a surname that is no ordinary word.
fn has_initials(reading: Reading, tokens: TokenRange) -> bool {
    let last = tokens.end - 1;
    let initial = |at: u32| reading.word(at).trim_end_matches('.').len() == 1 && reading.is_capital(at);
    let taken = class::COMMON | class::COMPANY | class::TOWN | class::COUNTRY | class::PEOPLE;
    tokens.len() > 2
        && (tokens.start..last).all(|at| initial(at) || reading.word(at) == ".")
        && reading.token(last).is_some_and(|t| t.case == Case::Title && t.span.len() > 2)
        && !reading.has(last, taken)
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

/// `Covid`, `Zero Covid`: an illness, or what is done about it.
fn is_illness(reading: Reading, tokens: TokenRange) -> bool {
    let ill = |at: u32| reading.is(at, Rule::Illness);
    let zero = |at: u32| matches!(reading.word(at), "Zero" | "zero" | "Long" | "-");
    (tokens.start..tokens.end).any(ill) && (tokens.start..tokens.end).all(|at| ill(at) || zero(at))
}

/// True for one word in brackets right behind a body of several, that no list knows otherwise.
pub(super) fn is_short_of(reading: Reading, long: &Name, short: TokenRange) -> bool {
    let at = short.start;
    let taken = class::TOWN | class::COUNTRY | class::PEOPLE | class::FIRST | class::LAST | class::COMMON;
    long.kind == Organization
        && long.tokens.len() > 1
        && (names_a_body(reading, long.tokens) || long.tokens.len() > 3)
        && short.len() == 1
        && long.tokens.end + 1 == at
        && reading.word(at - 1) == "("
        && reading.word(at + 1) == ")"
        && reading.token(at).is_some_and(|t| {
            matches!(t.case, Case::Title | Case::Upper) && t.kind == TokenKind::Word && t.span.len() > 2
        })
        && !reading.is(at, Rule::Code)
        && !reading.has(at, taken | class::CALENDAR)
        && !reading.is(at, Rule::Never)
}

/// What the lexicon knows of a name of one word.
pub(super) fn bits(reading: Reading, tokens: TokenRange) -> u16 {
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
