//! Where an entity is meant but not named: `the president`, `the company`, `the university`.
//!
//! Only where one reading is possible: one person has that office or trade in the article so far (and nobody unnamed has it),
//! one organisation or thing so far is of that sort. Everything else is left alone, and so are pronouns.

use super::alias::Group;
use super::business;
use super::demonyms;
use super::kinds::is_company;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::roles::Role;
use super::things::{Things, is_body, is_noun};
use super::vocabulary::Rule;
use crate::document::{Case, HashMap, HashSet, TokenKind, sort_by_key, word_hash};
use crate::lists::List;
use crate::{EntityKind, TokenRange, grammar};
use std::collections::BTreeSet;

/// The places of each group, in order; some with a name within (`the Cuban president`). `roles` has the role beside each name.
pub(super) fn find(reading: Reading, names: &[Name], groups: &[Group], roles: &[Option<Role>]) -> Vec<Vec<TokenRange>> {
    let mut story = Story::new(reading, names, groups, roles);
    let mut found = vec![Vec::new(); groups.len()];
    let mut at = 0;
    while at < reading.doc.tokens.len() as u32 {
        at = match story.step(at) {
            Step::Meant(group, tokens) => {
                found[group].push(tokens);
                tokens.end
            }
            Step::Other(next) => next,
        };
    }
    found
}

enum Step {
    /// A description of this group.
    Meant(usize, TokenRange),
    /// Nothing; go on here.
    Other(u32),
}

/// Who has an office.
struct Holder<'a> {
    /// The words of the office.
    words: Vec<u64>,
    person: usize,
    /// Of which lands or bodies it is, as far as the role says so.
    of: Vec<&'a str>,
}

/// What the article has told so far.
struct Story<'a> {
    reading: Reading<'a>,
    names: &'a [Name],
    groups: &'a [Group],
    /// The group of each name; none for those that the reader hid.
    owner: Vec<Option<usize>>,
    /// Roles in order of the text, with the person.
    roles: Vec<(TokenRange, usize)>,
    next_name: usize,
    next_role: usize,
    /// Offices with their holders, by the last word of the office.
    holders: HashMap<u64, Vec<Holder<'a>>>,
    /// Offices and sorts that somebody unnamed has (`a president`, `another bank`).
    strangers: HashSet<u64>,
    bodies: BTreeSet<usize>,
    things: Things,
    /// The organisation named last.
    last: Option<usize>,
}

/// Who makes laws: `the lawmaker`.
static LAWMAKERS: List =
    List::new("assemblyman assemblywoman congressman congresswoman legislator parliamentarian senator");

/// Any of those.
static LAWMAKER: List = List::new("lawmaker legislator parliamentarian");

/// Who leads a land: `the Cuban leader`.
static LEADERS: List = List::new(
    "chancellor dictator emir emperor king leader monarch premier president queen ruler strongman sultan minister",
);

/// What is said of somebody besides the office: `the ailing president`. Not `new`: who it was before may be meant elsewhere.
static EPITHETS: List = List::new(
    "ailing beleaguered conservative controversial deposed embattled exiled hardline imprisoned jailed late longtime ousted \
     outspoken popular populist reformist veteran",
);

/// What is said of a body besides what it is: `the militant group`.
static STRIPES: List = List::new(
    "armed extremist guerrilla insurgent militant opposition paramilitary radical rebel rights separatist terrorist",
);

/// Words that names of bodies end in, besides those of the rules.
static BENCHES: List = List::new("assembly association authority board federation foundation league tribunal");

/// What many are who are told of without a name.
static LOOSE: List = List::new("agent leader member official player spokesman spokesperson spokeswoman star worker");

impl<'a> Story<'a> {
    fn new(reading: Reading<'a>, names: &'a [Name], groups: &'a [Group], roles: &[Option<Role>]) -> Self {
        let mut owner = vec![None; names.len()];
        for (g, group) in groups.iter().enumerate() {
            group.names.iter().for_each(|n| owner[*n] = Some(g));
        }
        // A crown is handed on: `the king` may be the next one.
        let crown = |role: &Role| role.rank && reading.has(role.tokens.end - 1, class::FIRST);
        let held = |role: &Option<Role>| role.as_ref().filter(|role| !crown(role)).map(|role| role.tokens);
        let mut roles: Vec<(TokenRange, usize)> =
            roles.iter().zip(&owner).filter_map(|(role, owner)| Some((held(role)?, (*owner)?))).collect();
        sort_by_key(&mut roles, |(tokens, _)| tokens.start.into());
        Story {
            reading,
            names,
            groups,
            owner,
            roles,
            next_name: 0,
            next_role: 0,
            holders: HashMap::default(),
            strangers: HashSet::default(),
            bodies: BTreeSet::new(),
            things: Things::default(),
            last: None,
        }
    }

    fn step(&mut self, at: u32) -> Step {
        let reading = self.reading;
        while let Some((tokens, person)) = self.roles.get(self.next_role).filter(|(tokens, _)| tokens.start <= at) {
            let words = office(reading, *tokens);
            if let Some(head) = words.last() {
                let of = self.of(*tokens);
                self.holders.entry(*head).or_default().push(Holder { words, person: *person, of });
            }
            self.next_role += 1;
        }
        while self.names.get(self.next_name).is_some_and(|name| name.tokens.end <= at) {
            self.next_name += 1;
        }
        if let Some(name) = self.names.get(self.next_name).filter(|name| name.tokens.start <= at) {
            if let Some(g) = self.owner[self.next_name] {
                if self.groups[g].kind == EntityKind::Organization {
                    self.bodies.insert(g);
                    self.last = Some(g);
                }
                self.things.meet(reading, name, g, &self.groups[g]);
            }
            return Step::Other(name.tokens.end);
        }
        if let Some(group) = self.repeated(at) {
            return Step::Meant(group, TokenRange::new(at - 2, at + 1));
        }
        let Some(head) = self.head(at) else { return Step::Other(at + 1) };
        let limit = self.names.get(self.next_name).map_or(u32::MAX, |name| name.tokens.start);
        let start = self.first(at);
        let opening = self.opening(start).filter(|_| at < limit);
        // The role beside a name is no holder besides that person.
        let in_role = self.next_role.checked_sub(1).is_some_and(|r| {
            let tokens = self.roles[r].0;
            tokens.start <= at && at < tokens.end
        });
        if in_role {
            return Step::Other(at + 1);
        }
        // `Tropical Storm Orla`, `the ferry Orla`: what the one named is.
        if at + 1 == limit && is_noun(head) {
            return Step::Other(at + 1);
        }
        let words = || -> Vec<u64> { (start..=at).map(|at| reading.doc.tokens[at as usize].hash).collect() };
        let closes = opening.is_some() && self.closes(at);
        if let Some((first, of)) = opening.filter(|(first, of)| closes && (*first < start || of.is_some()))
            && let Some(group) = self.qualified(head, first, &words(), of)
        {
            return Step::Meant(group, TokenRange::new(first - 1, at + 1));
        }
        // `the militant group` too.
        let bare = opening.is_some_and(|(first, of)| of.is_none() && (first == start || is_body(head)));
        if !bare || !closes {
            self.strangers.insert(head);
            return Step::Other(at + 1);
        }
        if self.strangers.contains(&head) {
            return Step::Other(at + 1);
        }
        // `the group`: no other body was told of since.
        let near = |g: usize| self.last == Some(g) && (!is_company_noun(head) || self.is_sole_company(g));
        let thing = || self.things.one(head).filter(|g| start == at && (!is_body(head) || near(*g)));
        let company = || self.near_company(head, start, at);
        match self.person(head, &words()).or_else(|| self.body(start, at)).or_else(company).or_else(thing) {
            Some(group) => {
                let first = opening.map_or(start, |(first, _)| first);
                Step::Meant(group, TokenRange::new(first - 1, at + 1))
            }
            None => Step::Other(at + 1),
        }
    }

    /// `the space station`, `the foreign ministry`: the last two words of one name, in small letters.
    fn repeated(&mut self, at: u32) -> Option<usize> {
        let reading = self.reading;
        let small = |at: u32| {
            reading.token(at).is_some_and(|t| t.kind == TokenKind::Word && t.case == Case::Lower && t.space_before)
        };
        let the = at > 1 && small(at) && small(at - 1) && matches!(reading.word(at - 2), "the" | "The");
        let group = self.things.ending(reading.token(at.max(1) - 1)?.hash, reading.token(at)?.hash).filter(|_| the)?;
        self.closes(at).then_some(group)
    }

    /// The lands and bodies that a role names: `Cuban President`, `president of the World Bank`, `Cuba’s president`.
    fn of(&self, role: TokenRange) -> Vec<&'a str> {
        let reading = self.reading;
        let owned = role.start > 0 && reading.word(role.start - 1).starts_with(['\'', '’']);
        let first = self.names.partition_point(|name| name.tokens.end + u32::from(owned) < role.start);
        let names = self.names[first..].iter().take_while(|name| name.tokens.start < role.end).take(8);
        let within = names.filter(|name| {
            let before = owned && name.tokens.end + 1 == role.start;
            before || name.tokens.start >= role.start && name.tokens.end <= role.end
        });
        within.map(|name| whose(&name.key)).collect()
    }

    /// Where the words between `the` and the office at `start` begin, and of what the office is by them: `the ailing`,
    /// `the former Cuban`, `the 80-year-old`.
    fn opening(&self, start: u32) -> Option<(u32, Option<&'a str>)> {
        let reading = self.reading;
        let mut at = start;
        let mut of = None;
        let name = self.next_name.checked_sub(1).map(|n| &self.names[n]).filter(|name| name.tokens.end == start);
        if let Some(name) = name {
            at = name.tokens.start;
            of = Some(whose(&name.key));
            while at > 0 && start - at < 8 && reading.is(at - 1, Rule::Modifier) {
                at -= 1;
            }
        }
        let is_group = |at: u32| reading.token(at).is_some_and(|t| is_body(t.hash));
        while at > 1 && start - at < 8 {
            let aged = at > 5
                && ["old", "-", "year", "-"].iter().zip(1..).all(|(word, back)| reading.word(at - back) == *word);
            at -= match reading.token(at - 1) {
                Some(token) if EPITHETS.hold(token.hash) => 1,
                Some(token) if at + 1 >= start && is_group(start) && STRIPES.hold(token.hash) => 1,
                _ if aged => 5,
                Some(_) if reading.word(at - 1).ends_with("-year-old") => 1,
                _ => break,
            };
        }
        (at > 0 && matches!(reading.word(at - 1), "the" | "The")).then_some((at, of))
    }

    /// `the Cuban president`, `the Cuban leader`, `the ailing president`: the one person whose office is known to be that.
    fn qualified(&self, head: u64, first: u32, words: &[u64], of: Option<&str>) -> Option<usize> {
        let leads = word_hash("leader") == head;
        let Some(of) = of else {
            let known = !self.strangers.contains(&head) && !leads;
            return self.person(head, words).filter(|_| known);
        };
        let rank = |word: &u64| super::vocabulary::is(*word, Rule::Step);
        // The words before the land too: `the former Cuban president`.
        let reading = self.reading;
        let ahead: Vec<u64> = (first..first + 8)
            .take_while(|at| !reading.is_capital(*at))
            .filter_map(|at| reading.token(at).map(|t| t.hash))
            .filter(rank)
            .collect();
        let fits = |office: &[u64]| {
            let said = |word: &u64| words.contains(word) || ahead.contains(word);
            let mut own = words.iter().filter(|word| !leads || **word != head).chain(&ahead);
            let prime = |word: &u64| leads && *word == word_hash("prime");
            own.all(|word| office.contains(word)) && office.iter().all(|w| !rank(w) || said(w) || prime(w))
        };
        let of_it = |holder: &&Holder| holder.of.contains(&of) && fits(&holder.words);
        let mut found = BTreeSet::new();
        let heads = self.holders.iter().filter(|(own, _)| if leads { LEADERS.hold(**own) } else { **own == head });
        for (own, holders) in heads {
            // Of ministers only the first.
            let first = |holder: &&Holder| *own != word_hash("minister") || holder.words.contains(&word_hash("prime"));
            found.extend(holders.iter().take(64).filter(of_it).filter(|h| !leads || first(h)).map(|h| h.person));
        }
        let one = found.first().copied().filter(|_| found.len() == 1)?;
        (self.groups[one].kind == EntityKind::Person).then_some(one)
    }

    /// The hash of the word where it is one that describes.
    fn head(&self, at: u32) -> Option<u64> {
        let reading = self.reading;
        let hash = reading.token(at)?.hash;
        let title = is_office(reading, at) && !reading.is(at + 1, Rule::Modifier) && !is_office(reading, at + 1);
        // `the Cuban leader`
        let named = || self.next_name.checked_sub(1).is_some_and(|n| self.names[n].tokens.end == at);
        let leader = hash == word_hash("leader") && named();
        (title || is_sort(reading, at) || is_noun(hash) || LAWMAKER.hold(hash) || leader).then_some(hash)
    }

    /// The first of the words that belong to the head: `prime` of `prime minister`.
    fn first(&self, at: u32) -> u32 {
        let reading = self.reading;
        let mut start = at;
        while start > 0
            && at - start < 3
            && (reading.is(start - 1, Rule::Modifier) || is_office(reading, start - 1))
            && reading.token(start).is_some_and(|t| t.space_before)
        {
            start -= 1;
        }
        start
    }

    /// True where the noun phrase ends with its head: behind it stands a mark, a possessive, a preposition or a verb.
    fn closes(&mut self, at: u32) -> bool {
        let reading = self.reading;
        let Some(next) = reading.token(at + 1) else { return true };
        if next.kind == TokenKind::Mark {
            return next.space_before || !matches!(reading.word(at + 1), "-" | "–" | "/");
        }
        if reading.word(at + 1).starts_with(['\'', '’']) || reading.is(at + 1, Rule::Behind) {
            return true;
        }
        let doc = reading.doc;
        let sentence = doc.sentences.partition_point(|s| s.tokens.end <= at);
        let verb = || grammar::parse(doc, sentence).verb_at(at + 1);
        sentence < doc.sentences.len() && verb().is_some_and(|verb| verb.tokens.start == at + 1)
    }

    /// The one person with this office.
    fn person(&self, head: u64, words: &[u64]) -> Option<usize> {
        let rank = |word: &u64| super::vocabulary::is(*word, Rule::Step);
        let fits = |office: &[u64]| {
            words.iter().all(|word| office.contains(word)) && office.iter().all(|w| !rank(w) || words.contains(w))
        };
        // `the lawmaker`, who is a senator
        if words.len() == 1 && LAWMAKER.hold(head) {
            let of = |office: &(&u64, &Vec<Holder>)| LAWMAKERS.hold(*office.0) || *office.0 == head;
            let holders = self.holders.iter().filter(of).flat_map(|(_, all)| all.iter().take(8).map(|h| h.person));
            let holders: BTreeSet<usize> = holders.collect();
            return holders.first().copied().filter(|_| holders.len() == 1);
        }
        let holders: BTreeSet<usize> =
            self.holders.get(&head)?.iter().filter(|h| fits(&h.words)).map(|h| h.person).collect();
        let one = holders.iter().next().copied().filter(|_| holders.len() == 1)?;
        (self.groups[one].kind == EntityKind::Person).then_some(one)
    }

    /// The company told of last: the text says that it is one, and no other body of that sentence and the one before may be.
    fn near_company(&self, head: u64, start: u32, at: u32) -> Option<usize> {
        let reading = self.reading;
        let one = self.last.filter(|g| start == at && is_company_noun(head) && self.is_firm(*g))?;
        let number = reading.doc.sentences.partition_point(|s| s.tokens.end <= at);
        let first = reading.doc.sentences.get(number.saturating_sub(1))?.tokens.start;
        let names = self.names[..self.next_name].iter().enumerate().rev().take(32);
        let near = names.take_while(|(_, name)| name.tokens.start >= first);
        let mut found = false;
        for (n, name) in near.filter(|(_, name)| name.kind == EntityKind::Organization) {
            let capitals =
                |at: u32| reading.word(at).len() < 6 && reading.word(at).bytes().all(|b| b.is_ascii_uppercase());
            let body = (name.tokens.start..name.tokens.end)
                .any(|at| reading.is(at, Rule::Body) || reading.is(at, Rule::Chamber) || capitals(at));
            match self.owner[n] {
                Some(g) if g == one => found = true,
                _ if !body => return None,
                _ => {}
            }
        }
        found.then_some(one)
    }

    /// A body of which its name or the words around it say that it does business.
    fn is_firm(&self, g: usize) -> bool {
        let reading = self.reading;
        let firm = |tokens: TokenRange| {
            let made = tokens
                .start
                .checked_sub(1)
                .is_some_and(|at| reading.is(at, Rule::Maker) && !reading.is(at, Rule::Post));
            made || is_company(reading, tokens)
                || business::is_limited(reading, tokens)
                || business::is_dealer(reading, tokens)
                || business::has_shares(reading, tokens)
                || business::is_in_business(reading, tokens)
        };
        let formal = |at: u32| reading.is(at, Rule::Body) && !reading.is(at, Rule::Ending);
        let body = |tokens: TokenRange| (tokens.start..tokens.end).any(formal);
        let names = || self.groups[g].names.iter().take(16).map(|n| self.names[*n].tokens);
        names().any(firm) && !names().any(body)
    }

    /// No other body so far may be a company.
    fn is_sole_company(&self, one: usize) -> bool {
        let body = |tokens: TokenRange| (tokens.start..tokens.end).any(|at| self.reading.is(at, Rule::Body));
        let known = |g: usize| self.groups[g].names.iter().take(64).any(|n| body(self.names[*n].tokens));
        self.bodies.iter().all(|g| *g == one || known(*g))
    }

    /// The one organisation of this sort.
    fn body(&self, start: u32, at: u32) -> Option<usize> {
        let reading = self.reading;
        if start != at || !is_sort(reading, at) {
            return None;
        }
        let hash = reading.doc.tokens[at as usize].hash;
        let company = is_company_noun(hash);
        // `the board` of a firm is none with a name.
        let board = hash == word_hash("board");
        let sorts = |g: usize| {
            let names = self.groups[g].names.iter().take(64).map(|n| self.names[*n].tokens);
            let mut of_sort = false;
            let mut unknown = true;
            for tokens in names {
                let has = reading.doc.tokens[tokens.range()].iter().any(|t| t.hash == hash);
                of_sort |= if company { is_company(reading, tokens) } else { has };
                unknown &= !(tokens.start..tokens.end).any(|at| reading.is(at, Rule::Body));
            }
            (of_sort, unknown)
        };
        let mut one = None;
        for g in &self.bodies {
            match sorts(*g) {
                (true, _) if one.is_none() => one = Some(*g),
                (true, _) => return None,
                (false, _) if board && self.is_firm(*g) => return None,
                // It might be a company too.
                (false, true) if company => return None,
                _ => {}
            }
        }
        one
    }
}

/// A common noun that may stand for a body named before.
fn is_sort(reading: Reading, at: u32) -> bool {
    reading.is(at, Rule::Sort) || reading.token(at).is_some_and(|t| BENCHES.hold(t.hash))
}

fn is_company_noun(hash: u64) -> bool {
    [word_hash("company"), word_hash("firm")].contains(&hash)
}

/// What a name in a role says the office is of: the land, of a people too.
fn whose(key: &str) -> &str {
    demonyms::land(key).unwrap_or(key)
}

/// The words of an office in a role: `prime minister` of `former British prime minister of …`, with `former`.
fn office(reading: Reading, role: TokenRange) -> Vec<u64> {
    let belongs = |at: &u32| is_office(reading, *at) || reading.is(*at, Rule::Modifier);
    let first = (role.start..role.end).find(belongs).unwrap_or(role.end);
    let words = (first..role.end).take_while(|at| !matches!(reading.word(*at), "of" | "at" | "for" | "in" | ","));
    words.filter(belongs).map(|at| reading.doc.tokens[at as usize].hash).collect()
}

fn is_office(reading: Reading, at: u32) -> bool {
    let rules = reading.rules(at);
    let trade = rules.has(Rule::Post) && !reading.token(at).is_some_and(|t| LOOSE.hold(t.hash));
    (trade || rules.has(Rule::Title) || rules.has(Rule::Rank) || reading.has(at, class::TITLE))
        && !rules.has(Rule::Honorific)
        && !rules.has(Rule::Tie)
}
