//! The role that stands before a name: `former finance minister Ann Lee`, `the mayor, Ann Lee`.
//!
//! Absent here: what stands behind a name, and which of several roles is taken (`roles`).

use super::words::{
    compound, is_article, is_field, is_modifier, is_noun, is_of_several, is_plural, is_title, is_verbal,
};
use super::{Behind, Roles, behind_head};
use crate::document::{Case, TokenKind};
use crate::entities::alias::is_ordinal;
use crate::entities::headings;
use crate::entities::lexicon::class;
use crate::entities::reading::Name;
use crate::entities::vocabulary::Rule;
use crate::{EntityKind, TokenRange};

fn is_winner(word: &str) -> bool {
    matches!(word, "champion" | "finalist" | "medalist" | "medallist" | "winner")
}

impl Roles<'_> {
    /// The office that ends at `end`: `Russian President`, or before a comma (`Acme’s chief executive, Ann Lee,`, `The prime
    /// minister of Ruritania, Ann Lee,`).
    pub(super) fn before(&mut self, n: usize, end: u32, comma: bool) -> Option<TokenRange> {
        let reading = self.reading;
        // `Secretary of State-designate`
        let elect = end > self.sentence.start + 2
            && reading.word(end - 2) == "-"
            && matches!(reading.word(end - 1), "elect" | "designate" | "nominee");
        let bare = if elect { end - 2 } else { end };
        let head = match behind_head(reading, self.names, n, self.sentence.start..bare, comma) {
            Behind::Unclear => return None,
            Behind::Nothing => None,
            // `The president of Ruritania met Ann Lee`
            Behind::Title(_) if !comma && !reading.is_capital(bare - 1) && self.is_verb(bare - 1) => None,
            Behind::Title(at) => Some(at),
        };
        let core = self.phrase(n, head, end)?;
        // `a major Corrin prize`: a rank has no article.
        let great = core.len() == 1 && reading.word(core.start) == "major" && core.start > self.sentence.start;
        if great && is_article(reading, core.start - 1) {
            return None;
        }
        if comma && !self.is_apposed(n, core) {
            return None;
        }
        let start = self.owner(n, core.start);
        // `Assistant U.S. Attorney`
        let step = |at: u32| reading.is(at, Rule::Step) && reading.is_capital(at) && start < core.start;
        let start = start.checked_sub(1).filter(|at| *at >= self.sentence.start && step(*at)).unwrap_or(start);
        Some(TokenRange::new(if comma { start } else { self.first_of_two(n, start) }, end))
    }

    /// `Former Ardle governor and Green nominee`: where the first of two offices of one person begins; `the governor and
    /// the nominee` are two people.
    fn first_of_two(&mut self, n: usize, start: u32) -> u32 {
        let (reading, first) = (self.reading, self.sentence.start);
        let Some(and) = start.checked_sub(1).filter(|at| *at > first && reading.word(*at) == "and") else {
            return start;
        };
        let lower = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Lower);
        if !is_title(reading, and - 1) || !lower(and - 1) || is_plural(reading.word(and - 1)) {
            return start;
        }
        let Some(other) = self.phrase(n, None, and) else { return start };
        let begins = self.owner(n, other.start);
        let article = begins > first && is_article(reading, begins - 1);
        // `current head coach and former captain`: behind `current`, what was found begins later.
        let whose = reading.is_capital(begins) || begins != other.start;
        if whose && !article { begins } else { start }
    }

    /// The office without the body or country that has it.
    pub(super) fn phrase(&mut self, n: usize, head: Option<u32>, end: u32) -> Option<TokenRange> {
        let (reading, names) = (self.reading, self.names);
        let first = self.sentence.start;
        let mut start = head.map_or(end, |at| compound(reading, at, first));
        let mut titled = head.is_some();
        // `Associated Press editor`: what owns the office is whole.
        let near = || names[..n].iter().rev().take(3);
        let owned = |start: u32| near().any(|other| other.tokens.end == start);
        let named = |at: u32| near().any(|other| other.tokens.end > at);
        // Where ordinary words began to be taken in.
        let (mut plain, mut bare) = (0, end);
        while start > first && !(titled && owned(start)) {
            let at = start - 1;
            let elect = at >= first + 2 && reading.word(at - 1) == "-" && is_title(reading, at - 2);
            if elect && matches!(reading.word(at), "elect" | "designate" | "nominee") {
                (start, titled) = (at - 2, true);
                continue;
            }
            // `co-founder`, `British-born`
            let word = compound(reading, at, first);
            let other =
                |at: u32| reading.token(at).is_some_and(|t| t.kind == TokenKind::Number) || reading.is(at, Rule::Tie);
            let numbers = word < at && (word..at).any(other);
            if is_title(reading, at) && (reading.is_capital(at) || !self.is_verb(at)) {
                (start, titled) = (word, true);
            } else if titled && numbers {
                break;
            } else if titled
                && (is_modifier(reading, at) || is_field(reading, at, first) && (head.is_some() || !named(at)))
            {
                start = word;
            } else if titled && reading.is_capital(start) && is_plural(reading.word(at)) {
                // `one of the topics President Amin raised`
                break;
            } else if titled
                && plain < 5
                && (self.describes(at) || at == first && self.opens(at) || self.is_won(start, at))
            {
                // `critics praise Senators Lee and Berg`, but `appeals court Judge Lee`
                let sorts = [Rule::Sort, Rule::Post, Rule::Part, Rule::Desk];
                let noun = |at: u32| sorts.iter().any(|rule| reading.is(at, *rule)) || reading.word(at) == "suspect";
                let many = is_plural(&reading.word(at).to_lowercase()) && !noun(at + 1);
                if plain > 0 && reading.is_capital(end - 1) && many {
                    start = bare;
                    break;
                }
                bare = if plain == 0 { start } else { bare };
                plain += 1;
                start = word;
            } else if titled && (self.both(at) || self.is_of_two_fields(n, at)) {
                start = at - 1;
            } else if titled && is_ordinal(reading.word(at)) && !self.is_verb(start) {
                // `5th district representative`
                start = at;
            } else if titled && at > first && is_of_several(reading, at) {
                // `women’s tennis player`, `world number one`
                start = at - 1;
            } else {
                break;
            }
            // `British-born`
            if let Some(name) = near().find(|name| name.tokens.start < start && start < name.tokens.end) {
                start = name.tokens.start;
                break;
            }
        }
        if plain > 0 && self.may_act(n, start, bare) {
            start = bare;
        }
        (titled && start < end).then(|| TokenRange::new(start, end))
    }

    /// True where the words from `start` to `end`, taken for those of a role, may be a verb that the grammar does not know:
    /// `Ortega visits` Imam Berg, to `topple` Prime Minister Berg.
    fn may_act(&mut self, n: usize, start: u32, end: u32) -> bool {
        let reading = self.reading;
        let before = self.names[..n].iter().rev().take(3).find(|name| name.tokens.end == start);
        let before = before.map(|name| name.kind);
        let acts = is_plural(reading.word(start)) && before.is_some();
        let helped = |at: u32| reading.word(at) == "to" || reading.is(at, Rule::Auxiliary);
        let to = start > self.sentence.start && helped(start - 1) && reading.is_capital(end);
        let determined = start > self.sentence.start
            && (is_article(reading, start - 1) || reading.word(start - 1).starts_with(['\'', '’']));
        // `Polling expert Ann Lee told`, `Praising chief Ann Lee, …`
        let subject =
            start == self.sentence.start && !reading.is_capital(end) && self.is_verb(self.names[n].tokens.end);
        let verbal = is_verbal(reading.word(start)) && !determined && before.is_none() && !subject;
        before == Some(EntityKind::Person) || acts || to || verbal
    }

    /// `ice dancing` champion: what one has won, though it looks like a verb.
    fn is_won(&mut self, start: u32, at: u32) -> bool {
        let reading = self.reading;
        let act = is_winner(reading.word(start)) && reading.word(at).ends_with("ing") && at > self.sentence.start;
        let holds = || matches!(reading.word(at), "defending" | "reigning") || is_plural(reading.word(at - 1));
        act && !holds() && is_noun(reading, at) && self.describes(at - 1)
    }

    /// The first word of the sentence, that is no verb: `Ethical` fund manager.
    fn opens(&mut self, at: u32) -> bool {
        let reading = self.reading;
        let small = [Rule::Never, Rule::Behind, Rule::Loose, Rule::Say, Rule::Auxiliary];
        let known = class::FIRST | class::TOWN | class::COUNTRY | class::CALENDAR;
        reading.has(at, class::COMMON | class::PEOPLE)
            && !reading.has(at, known)
            && !small.iter().any(|rule| reading.is(at, *rule))
            && !reading.word(at).ends_with("ly")
            && !self.is_verb(at)
            && !headings::is_titled_at(reading, at)
    }

    /// `Chairman and CEO`: two offices of one person, unless they may be those of two (`the mayor and president`).
    fn both(&self, and: u32) -> bool {
        let (reading, first) = (self.reading, self.sentence.start);
        let title = |at: u32| is_title(reading, at);
        let one = and > first && matches!(reading.word(and), "and" | "&") && title(and - 1) && title(and + 1);
        let alike = one && reading.is_capital(and - 1) == reading.is_capital(and + 1);
        let the = and > first + 1 && is_article(reading, and - 2) && !reading.is_capital(and + 1);
        // A country has both, and each is somebody.
        let heads = ["president", "premier", "king", "queen", "emperor", "chancellor", "pope", "pm"];
        let minister = |at: u32| at > first && reading.word(at - 1).eq_ignore_ascii_case("prime");
        let head = |at: u32| heads.contains(&reading.word(at).to_lowercase().as_str());
        let two = one && (head(and - 1) || minister(and - 1)) && (head(and + 1) || minister(and + 1));
        alike && !the && !two
    }

    /// `Roads and Harbours Minister`: one office, that has two fields.
    fn is_of_two_fields(&self, n: usize, and: u32) -> bool {
        let (reading, first) = (self.reading, self.sentence.start);
        if and <= first || !matches!(reading.word(and), "and" | "&") {
            return false;
        }
        let minister = |at: u32| matches!(reading.word(at), "Commissioner" | "Minister" | "Secretary");
        let office = (and + 2..and + 4).find(|at| minister(*at) || !reading.is_capital(*at));
        let named = class::FIRST | class::COUNTRY | class::PEOPLE;
        let field = |at: u32| {
            let word = reading.has(at, class::COMMON) || reading.entry(at).cluster != 0;
            word && reading.is_capital(at) && !reading.has(at, named) && !is_title(reading, at)
        };
        let free = !self.names[..n].iter().rev().take(3).any(|name| name.tokens.end == and);
        office.is_some_and(minister) && free && field(and - 1) && field(and + 1)
    }

    /// A word in lower case that tells more of the noun behind it: `presidential` candidate, `fund` manager.
    pub(super) fn describes(&mut self, at: u32) -> bool {
        let reading = self.reading;
        let word = reading.word(at);
        let adverb = word.ends_with("ly") && !matches!(word, "daily" | "weekly" | "family" | "monthly" | "elderly");
        // `five-time`
        let loose = reading.is(at, Rule::Loose) && reading.word(at.max(1) - 1) != "-";
        is_noun(reading, at) && !loose && !adverb && !self.is_verb(at)
    }

    /// Where the role begins with the country, people or body that has the office, and what it was before.
    pub(super) fn owner(&self, n: usize, start: u32) -> u32 {
        let (reading, first) = (self.reading, self.sentence.start);
        let ends = |end: u32| {
            let near = self.names[..n].iter().rev().take(4);
            near.filter(|other| other.tokens.start >= first).find(|other| other.tokens.end == end)
        };
        let mut start = start;
        let owned = start > first + 1 && reading.word(start - 1).starts_with(['\'', '’']);
        let owner = ends(start - u32::from(owned)).filter(|owner| owned || owner.kind != EntityKind::Person);
        // `Olympic champion`
        let won = || is_winner(reading.word(start));
        // `Nobel laureate`, `Corrin Prize winner`
        let honoured = || won() || matches!(reading.word(start), "laureate" | "Laureate" | "recipient" | "Winner");
        let has = |o: &&Name| match o.kind {
            EntityKind::Other => honoured() && !owned,
            EntityKind::Event => won(),
            _ => true,
        };
        if let Some(owner) = owner.filter(has) {
            // `French-Ruritanian politician`
            start = compound(reading, owner.tokens.start, first);
            // `Texas Republican Senator`, `House Republican leader`
            let home = |kind| matches!(kind, EntityKind::Place | EntityKind::Organization);
            let land = ends(start).filter(|land| owner.kind == EntityKind::Group && home(land.kind));
            start = land.map_or(start, |land| land.tokens.start);
            // `Ardle, Ohio city councilman`: the town has him.
            let local = |at: u32| {
                matches!(reading.word(at), "city" | "town" | "village" | "City" | "mayor" | "Mayor" | "councilman")
                    || matches!(reading.word(at), "councillor" | "councilwoman" | "alderman")
            };
            let place = |name: &&Name| name.kind == EntityKind::Place;
            let town = Some(owner).filter(|state| !owned && place(state) && local(state.tokens.end));
            let town = town.filter(|state| state.tokens.start > first && reading.word(state.tokens.start - 1) == ",");
            let town = town.and_then(|state| ends(state.tokens.start - 1)).filter(place);
            start = town.map_or(start, |town| town.tokens.start);
        } else if matches!(reading.word(start), "current" | "new" | "Current" | "New") && !is_title(reading, start) {
            start += 1;
        }
        // `Former U.N. secretary-general`: without the word it would be false.
        loop {
            let often = |at: u32| {
                matches!(reading.word(at), "Double" | "double" | "Reigning" | "reigning" | "Triple" | "triple")
            };
            let before = start.checked_sub(1).filter(|at| *at >= first);
            match before {
                Some(at) if reading.is(at, Rule::Past) || often(at) => start = at,
                // `three-time`
                Some(at) if reading.word(at) == "time" && at > first + 1 && reading.word(at - 1) == "-" => {
                    start = at - 2
                }
                _ => return start,
            }
        }
    }

    /// True for the comma behind what only opens the sentence, with no name in it: `However, shortly after the crash, …`.
    fn opened(&self, comma: u32) -> bool {
        let first = self.sentence.start;
        // `In Oslo, the prime minister, …`
        let within = |name: &&Name| name.tokens.start < comma && name.tokens.end > first;
        let near = &self.names[self.names.partition_point(|name| name.tokens.end <= first)..];
        let place = near.first().filter(within).filter(|name| name.kind == EntityKind::Place);
        let in_place = place.is_some_and(|place| place.tokens.end == comma && place.tokens.start == first + 1);
        let named = |at: u32| self.reading.is_capital(at) && !self.reading.has(at, class::CALENDAR);
        let capital = (first + 1..comma).any(named);
        in_place || !capital && comma - first < 12 && near.first().is_none_or(|name| name.tokens.start != first)
    }

    /// True for an office before a comma that is surely that of the name behind: it has an article or owner, nobody else
    /// is named right before it, and the name is closed (`to Ann Lee, the mayor, Tom Berg, said` is not clear).
    fn is_apposed(&self, n: usize, office: TokenRange) -> bool {
        let (reading, first) = (self.reading, self.sentence.start);
        let behind = self.names[n].tokens.end;
        let closes = matches!(reading.word(behind), "," | "." | ";" | ")") || behind >= self.sentence.end;
        let acts = reading.is(behind, Rule::Auxiliary) || reading.is(behind, Rule::Say);
        if office.start <= first {
            return (closes || acts) && office.len() > 1;
        }
        let owner = office.start - 1;
        // `said primary investigator for the probe, Ann Lee`
        if closes && office.len() > 1 && reading.is(owner, Rule::Say) {
            return true;
        }
        let one = matches!(reading.word(owner), "one" | "One" | "another" | "Another");
        let article = is_article(reading, owner) || one || matches!(reading.word(owner), "current" | "new");
        let body = self.names[..n].iter().rev().take(4).find(|other| other.tokens.end == office.start);
        let owned = reading.word(owner).starts_with(['\'', '’']) || body.is_some_and(|b| b.kind != EntityKind::Person);
        // `The UK health secretary, Ann Lee has forecast more`, `In May, Ruritania’s president, Ann Lee said`
        let lord = self.names[..n].iter().rev().take(4).find(|other| owned && other.tokens.end == owner);
        let begins = match (body, lord) {
            (Some(body), _) => body.tokens.start.saturating_sub(1),
            (_, Some(lord)) => lord.tokens.start,
            _ => owner,
        };
        // `The current Labour leader, Ann Lee said`
        let begins = begins.max(first);
        let begins = begins - u32::from(begins > first && matches!(reading.word(begins), "current" | "former" | "new"));
        let comma = begins > first && reading.word(begins - 1) == ",";
        let nobody = |end: u32| {
            !self.names[..n].iter().rev().take(5).any(|p| p.kind == EntityKind::Person && p.tokens.end == end)
        };
        // `The firm cut jobs, its chief executive, Ann Lee, said.`
        let its = matches!(reading.word(owner), "its" | "his" | "her" | "their")
            && reading.word(behind) == ","
            && reading.is(behind + 1, Rule::Say);
        let listed = owner > first && reading.word(owner - 1) == "," && !its && !self.opened(owner - 1);
        let clause = begins <= first || comma && nobody(begins - 1);
        let subject = clause && acts;
        (closes || subject) && (owned || article && !listed)
    }
}
