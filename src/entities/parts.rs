//! What the longer names of an article say of their parts: `Holm` of Anna Holm is a person wherever it stands alone,
//! `Selectboard` of Cutter Falls Selectboard a body. Absent here: which person is meant (`people`), joining (`alias`).

use super::kinds::AMBIGUOUS;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::Rule;
use super::{abroad, business, demonyms, known, teams, told};
use crate::document::{HashMap, HashSet};
use crate::{EntityKind, TokenRange};

/// The last word of a person's name is that person's, each time it stands so; more so with its particle (`De la Cruz` of
/// `Maria de la Cruz`).
const SURNAME: u32 = 3;
const PARTICLE: u32 = 4;

/// What a name is of others.
#[derive(Clone, Copy, Default)]
pub(super) struct Part {
    /// A word of a person's name.
    pub bears: bool,
    /// A first name that is no place's.
    first: bool,
    /// How much speaks for a person, since somebody has this surname, with its particle or without.
    pub surname: u32,
    /// The first half of a double surname.
    half: bool,
    /// The first word of an organisation's name; true where only what sort of company it is stands behind.
    pub firm: Option<bool>,
    /// The first word of the name of a firm with its legal form.
    pub limited: bool,
    /// The first word of a firm's name that goes on only with what it makes or deals in (`Corrin Foods`).
    pub trade: bool,
    /// The first or last word of the name of a club (`Ardley United`).
    pub side: bool,
    /// The last word of an organisation's name.
    body: bool,
    /// A lone word that the article surely means as a place somewhere.
    pub grounded: bool,
    /// `Ardle` of Ardle Park, where teams play.
    pub ground: bool,
    /// `Kerry` of County Kerry.
    pub county: bool,
    /// `Tidewatch` of `BBC Tidewatch`: what a body of that name makes or sends.
    made: bool,
    /// `Central` of Ardle Central High School.
    school: bool,
}

/// What the names of an article say of names that are parts of them, by [`Reading::key`].
#[derive(Default)]
pub(super) struct Parts(HashMap<String, Part>);

impl Parts {
    pub fn read(reading: Reading, names: &[Name]) -> Self {
        let mut parts = Parts::default();
        let side = |name: &&Name| {
            teams::is_scoring_side(reading, name.tokens)
                || name.tokens.len() > 1 && teams::is_played_for(reading, name.tokens)
        };
        let sides: HashSet<&str> = names.iter().filter(side).map(|name| name.key.as_str()).collect();
        for name in names {
            match name.kind {
                EntityKind::Place if name.tokens.len() == 1 => parts.ground(reading, name),
                EntityKind::Place if name.tokens.len() == 2 && reading.word(name.tokens.start) == "County" => {
                    let own = TokenRange::new(name.tokens.start + 1, name.tokens.end);
                    parts.part(reading.key(own)).county = true;
                }
                EntityKind::Place if name.tokens.len() == 2 && is_ground(reading, name.tokens) => {
                    let own = TokenRange::new(name.tokens.start, name.tokens.start + 1);
                    parts.part(reading.key(own)).ground = true;
                }
                EntityKind::Place
                    if name.tokens.len() == 2 && matches!(reading.word(name.tokens.start), "Mount" | "Ciudad") =>
                {
                    let own = TokenRange::new(name.tokens.start + 1, name.tokens.end);
                    parts.part(reading.key(own)).ground = true;
                }
                EntityKind::Other if name.tokens.len() > 1 => {
                    let TokenRange { start, end } = name.tokens;
                    let maker = reading.key(TokenRange::new(start, start + 1));
                    if known::kind_of(&maker) == Some(EntityKind::Organization) {
                        parts.part(reading.key(TokenRange::new(start + 1, end))).made = true;
                    }
                }
                _ if sides.contains(name.key.as_str()) => parts.organization(reading, name.tokens),
                EntityKind::Person if name.tokens.len() > 1 => parts.person(reading, name.tokens),
                EntityKind::Organization if name.tokens.len() > 1 => parts.organization(reading, name.tokens),
                _ => {}
            }
        }
        parts
    }

    fn part(&mut self, key: String) -> &mut Part {
        self.0.entry(key).or_default()
    }

    /// What is said of the name with this key.
    pub fn of(&self, key: &str) -> Part {
        self.0.get(key).copied().unwrap_or_default()
    }

    fn ground(&mut self, reading: Reading, name: &Name) {
        let TokenRange { start, end } = name.tokens;
        let ground = reading.has(start, class::COUNTRY) || reading.is_capital(end);
        // `as Holm, Berg meet`
        let listed = reading.word(start.max(1) - 1) == "," && told::is_no_place(reading, name.tokens);
        let grounded = told::is_grounded(reading, name.tokens) && !business::is_in_business(reading, name.tokens);
        if ground || grounded && !listed {
            self.part(name.key.clone()).grounded = true;
        }
    }

    fn person(&mut self, reading: Reading, tokens: TokenRange) {
        let TokenRange { start, end } = tokens;
        for at in start..end {
            let part = self.part(reading.key(TokenRange::new(at, at + 1)));
            part.bears = true;
            part.first |= at == start && !reading.has(start, class::COUNTRY | class::TOWN);
            part.half |= half(reading, tokens) == Some(at);
            part.surname += if at + 1 == end { SURNAME } else { 0 };
        }
        if let Some(at) = (start + 1..end).find(|at| reading.is(*at, Rule::Particle)) {
            let surname = reading.key(TokenRange::new(at, end));
            // `DeWinne` for `De Winne`
            self.part(surname.replace(' ', "")).surname += PARTICLE;
            self.part(surname).surname += PARTICLE;
        }
    }

    fn organization(&mut self, reading: Reading, tokens: TokenRange) {
        let (start, last) = (tokens.start, tokens.end - 1);
        let part = |at: u32| reading.key(TokenRange::new(at, at + 1));
        // `the Berg Administration` is called after somebody.
        if reading.word(last) == "Administration" && last == start + 1 {
            return;
        }
        // A lone word that begins an organisation's name and no person's means the organisation.
        if !reading.has(start, AMBIGUOUS) {
            // `Corvan Belgrade`: a club with its town behind.
            let town = !reading.has(start, class::FIRST | class::LAST)
                && told::is_no_place(reading, TokenRange::new(start, last))
                && reading.has(last, class::TOWN)
                && !reading.has(last, class::COMMON)
                && last == start + 1;
            let plain = town || (start + 1..=last).all(|at| reading.has(at, class::COMPANY));
            let firm = &mut self.part(part(start)).firm;
            *firm = Some(firm.unwrap_or(false) | plain);
        }
        if let Some(at) = of_school(reading, tokens) {
            self.part(part(at)).school = true;
        }
        // `Nusa Energi` of Nusa Energi Tbk
        if tokens.len() > 2 && reading.is(last, Rule::Ending) {
            self.part(reading.key(TokenRange::new(start, last))).firm = Some(true);
        }
        self.part(part(start)).trade |= business::is_dealer(reading, tokens);
        // `Solera` of Banco Solera
        if last == start + 1
            && abroad::begins_a_body(reading, tokens)
            && !reading.has(last, AMBIGUOUS & !class::COMPANY)
        {
            self.part(part(last)).body = true;
        }
        if business::is_limited(reading, tokens) {
            self.part(part(start)).limited = true;
        }
        if teams::is_side(reading, tokens) {
            self.part(part(start)).side = true;
            self.part(part(last)).side = true;
        }
        let taken = (AMBIGUOUS & !class::COMMON) | class::FIRST | class::LAST;
        if reading.is_capital(last) && !reading.has(last, taken) {
            self.part(part(last)).body = true;
        }
    }
}

impl Part {
    /// What a name is as a part of others, where that leaves no doubt; `place` says that something speaks for a place.
    pub fn kind(self, reading: Reading, name: &Name, place: bool) -> Option<EntityKind> {
        // `Ban said` of Ban Ki-moon
        if self.first && reading.is(name.tokens.end, Rule::Say) {
            return Some(EntityKind::Person);
        }
        // A body that says more than what sort it is may bear the name of a place (`Sorna Ferry Users' Group`).
        if !self.bears && self.firm.is_some_and(|plain| plain || name.kind != EntityKind::Place) {
            return Some(EntityKind::Organization);
        }
        if self.made && !self.bears && name.kind == EntityKind::Person {
            return Some(EntityKind::Other);
        }
        let thing = matches!(name.kind, EntityKind::Place | EntityKind::Other);
        let article = || reading.word(name.tokens.start.max(1) - 1).eq_ignore_ascii_case("the");
        if self.school && !self.bears && !self.grounded && thing && !article() {
            return Some(EntityKind::Organization);
        }
        // `Lancaster had shown greed` of Tracey Lancaster
        let surname = self.surname > 0;
        if surname && matches!(name.kind, EntityKind::Place | EntityKind::Person) && !self.grounded {
            return Some(EntityKind::Person);
        }
        let acts_as_one = || name.kind == EntityKind::Other && acts(reading, name.tokens);
        if self.half && self.firm.is_none() && name.kind != EntityKind::Group && acts(reading, name.tokens) {
            return Some(EntityKind::Person);
        }
        if surname && self.firm.is_none() && acts_as_one() && known::kind_of(&name.key).is_none() {
            return Some(EntityKind::Person);
        }
        // `Holm was 43` of Anna Holm, where the article has no firm called so, and nobody knows one.
        let unknown = || !reading.has(name.tokens.start, class::COMPANY) && known::kind_of(&name.key).is_none();
        if surname
            && self.firm.is_none()
            && name.kind == EntityKind::Organization
            && acts(reading, name.tokens)
            && unknown()
        {
            return Some(EntityKind::Person);
        }
        (!self.bears && !place && self.body).then_some(EntityKind::Organization)
    }
}

/// `Ardle Park`, where no town or firm is called so.
pub(super) fn is_ground(reading: Reading, TokenRange { start, end }: TokenRange) -> bool {
    let taken = class::COMMON | class::TOWN | class::COUNTRY | class::PEOPLE | class::FIRST | class::COMPANY;
    let known = || known::kind_of(&reading.key(TokenRange::new(start, start + 1))).is_some();
    matches!(reading.word(end - 1), "Arena" | "Park" | "Stadium")
        && !reading.has(start, taken | class::KNOWN)
        && !known()
}

/// `Holm said`, `Holm was 43`, `Holm’s wife`: no article before, and what people and bodies both do behind.
fn acts(reading: Reading, tokens: TokenRange) -> bool {
    let article = tokens.start.checked_sub(1).is_some_and(|at| matches!(reading.word(at), "the" | "The" | "a" | "an"));
    let rules = reading.rules(tokens.end);
    !article && (rules.has(Rule::Say) || rules.has(Rule::Auxiliary) || rules.has(Rule::Human))
}

/// The first half of a person's double surname (`Holm` of Ann Holm-Berg).
pub(super) fn half(reading: Reading, TokenRange { start, end }: TokenRange) -> Option<u32> {
    let half = end.checked_sub(3).filter(|half| *half > start && reading.word(half + 1) == "-")?;
    // `Denver` of Ann Denver-Berg is a town too.
    let taken = class::TOWN | class::COUNTRY | class::PEOPLE;
    let named = reading.is_capital(half) && reading.is_capital(end - 1) && reading.word(half) != "Saint";
    (named && !reading.has(half, taken)).then_some(half)
}

/// `Central` of Ardle Central High School: an ordinary word that a school is called by, which its pupils leave the rest out of.
pub(super) fn of_school(reading: Reading, TokenRange { start, end }: TokenRange) -> Option<u32> {
    let sort =
        |at: u32| matches!(reading.word(at), "High" | "Grammar" | "Middle" | "Primary" | "Elementary" | "Senior");
    if end < start + 3 || reading.word(end - 1) != "School" {
        return None;
    }
    let first = (start + 1..end - 1).find(|at| sort(*at))?;
    let at = first - 1;
    let ordinary = reading.has(at, class::COMMON) || reading.is(at, Rule::Compass);
    (ordinary && reading.is_capital(at) && !reading.is(at, Rule::Ground)).then_some(at)
}

/// `National` for the Liberal National Party: a word of a party's name that is the name of another.
pub(super) fn is_cut_party(reading: Reading, short: &Name, TokenRange { start, end }: TokenRange) -> bool {
    let hash = |at: u32| reading.token(at).map(|t| t.hash);
    let own = end.saturating_sub(2);
    let home = |at: u32| {
        reading.has(at, class::COUNTRY | class::TOWN) || demonyms::is_demonym(&reading.key(TokenRange::new(at, at + 1)))
    };
    short.tokens.len() == 1
        && own > start
        && reading.word(end - 1) == "Party"
        && hash(own) == hash(short.tokens.start)
        && !(start..own).all(home)
}

/// `Holm said that he`: no firm is one.
pub(super) fn is_he(reading: Reading, tokens: TokenRange) -> bool {
    let said = tokens.end;
    let that = said + 1 + u32::from(reading.word(said + 1) == "that");
    tokens.len() == 1 && reading.is(said, Rule::Say) && matches!(reading.word(that), "he" | "she")
}
