//! What the article says a person is, right beside the name: `Russian President`, `mayor of York`.
//!
//! Absent here: what the role tells of who is meant (`described`).

mod before;
mod words;

use super::alias::is_ordinal;
use super::lexicon::class;
use super::reading::{Name, Reading};
use super::vocabulary::{self, Rule};
use crate::document::{Case, TokenKind, word_hash};
use crate::{EntityKind, TokenRange, grammar};
use std::ops::Range;
use words::{
    is_article, is_grade, is_honorific, is_link, is_modifier, is_near, is_noun, is_title, is_verbal, names_office,
    singular, titled_before,
};

/// What somebody is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Role {
    pub tokens: TokenRange,
    /// No more than a rank or a short title (`General`, `Rev.`): an office says more.
    pub rank: bool,
    /// The word in it that stands for several people (`Justices Lee, Berg and Shah`).
    plural: Option<u32>,
}

impl Role {
    /// The sort of body whose role it is, with the possessive behind: `the company’s chairman`, of a company that is named
    /// elsewhere.
    pub fn whose(&self, reading: Reading) -> Option<u32> {
        let TokenRange { start, end } = self.tokens;
        let owner = |at: u32| reading.word(at).starts_with(['\'', '’']);
        let small = |at: u32| reading.token(at).is_some_and(|t| t.case == Case::Lower);
        let body = |at: u32| [Rule::Sort, Rule::Enterprise].iter().any(|rule| reading.is(at, *rule));
        let within = owner(start + 1) && end > start + 2;
        let before = || start > 2 && owner(start - 1) && matches!(reading.word(start - 3), "the" | "The");
        let sort = if within { start } else { start - if before() { 2 } else { 0 } };
        ((within || sort < start) && small(sort) && body(sort)).then_some(sort)
    }

    /// The role as it stands in the article, but of one person, and without where that one is today.
    pub fn words(&self, reading: Reading) -> String {
        let TokenRange { start, end } = self.tokens;
        let whose = self.whose(reading) == Some(start);
        let tokens = TokenRange::new(start + if whose { 2 } else { 0 }, end);
        let words = reading.doc.words(tokens);
        let Some(at) = self.plural else {
            // Not a visiting professor, whose office it is.
            let guest = words.split_once("visiting ").filter(|(_, office)| {
                office.starts_with(char::is_uppercase)
                    && !["Prof", "Fellow", "Scholar"].iter().any(|o| office.starts_with(o))
            });
            return guest.map_or(words.to_string(), |(owner, office)| format!("{owner}{office}"));
        };
        let span = reading.doc.tokens[at as usize].span;
        let start = span.start.saturating_sub(reading.doc.span(tokens).start) as usize;
        let end = start + span.len() as usize;
        let one = singular(&words[start..end]).unwrap_or_default();
        format!("{}{one}{}", &words[..start], &words[end..])
    }
}

/// How far a noun phrase has been read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Its title is still to come.
    Before,
    Title,
    /// A noun is still to come, behind `of` or `and`.
    Open,
    /// Behind that noun.
    Inside,
}

/// Reads the roles beside names, which must be asked for in order of the text.
pub(super) struct Roles<'a> {
    reading: Reading<'a>,
    names: &'a [Name],
    /// The sentence that was looked at last.
    sentence: TokenRange,
    number: usize,
}

/// The most persons of a list that share one title.
const LIST: usize = 8;

impl<'a> Roles<'a> {
    pub fn new(reading: Reading<'a>, names: &'a [Name]) -> Self {
        Roles { reading, names, sentence: TokenRange::new(0, 0), number: 0 }
    }

    /// The role of the person that name `n` names.
    pub fn role(&mut self, n: usize) -> Option<Role> {
        self.enter(self.names[n].tokens.start);
        let whole = |tokens| Role { tokens, rank: false, plural: None };
        // What stands between the office and the name: `Dr.`, `General`.
        let end = self.without(self.names[n].tokens.start, is_honorific);
        let grade = self.without(end, is_grade);
        // `its spiritual leader, the Corrin Lama`
        let the = grade > self.sentence.start + 2 && self.reading.word(grade - 1) == "the";
        let grade = grade - u32::from(the && self.reading.word(grade - 2) == ",");
        let comma = grade > self.sentence.start + 1 && self.reading.word(grade - 1) == ",";
        // `press director Navy Capt. Ann Lee`: her rank is one of the Navy.
        let ranked = grade < self.names[n].tokens.start && grade > self.sentence.start;
        let force = ranked && self.reading.is(grade - 1, Rule::Force);
        let served = || self.reading.is_capital(grade - 1) && is_title(self.reading, grade.max(2) - 2);
        let bare = if force && served() { grade - 1 } else { grade };
        let office = if comma { None } else { self.before(n, bare, false) };
        let councillor = |at: u32| matches!(self.reading.word(at), "Cllr" | "Coun");
        let short = |role: &TokenRange| {
            role.len() == 1 && (self.reading.word(role.start).ends_with('.') || councillor(role.start))
        };
        if let Some(office) = office.filter(|role| !short(role)) {
            return Some(whole(office));
        }
        // `The chairman is Ann Lee.`
        let is = grade > self.sentence.start + 1 && self.reading.word(grade - 1) == "is";
        let apposed = if comma || is { self.before(n, grade - 1, true) } else { None };
        if let Some(role) = apposed.or_else(|| self.behind(n)) {
            return Some(whole(role));
        }
        let ranked = if grade < end && office.is_none() { self.before(n, end, false) } else { None };
        if let Some(role) = office.or(ranked) {
            let start = if office.is_none() { role.start.min(grade) } else { role.start };
            return Some(Role { rank: true, ..whole(TokenRange::new(start, role.end)) });
        }
        let called = self.called(n, grade).map(whole);
        called.or_else(|| self.shared(n)).or_else(|| self.is(n).or_else(|| self.tied(n, grade)).map(whole))
    }

    /// `a young lawyer called Ann Lee`: what somebody is of whom nobody has heard.
    fn called(&mut self, n: usize, end: u32) -> Option<TokenRange> {
        let (reading, first) = (self.reading, self.sentence.start);
        let verb =
            end.checked_sub(1).filter(|at| *at > first + 1 && matches!(reading.word(*at), "called" | "named"))?;
        let role = self.phrase(n, None, verb)?;
        let lower = |at: &u32| {
            reading.token(*at).is_some_and(|t| t.case == Case::Lower || t.kind == TokenKind::Number)
                || reading.word(*at) == "-"
        };
        let article = |at: &u32| matches!(reading.word(*at), "a" | "an" | "A" | "An");
        let before = (role.start.saturating_sub(6).max(first)..role.start).rev();
        let led = before.take_while(|at| article(at) || lower(at)).find(article);
        let start = role.start + u32::from(matches!(reading.word(role.start), "young" | "elderly" | "old"));
        (!reading.is_capital(verb - 1) && led.is_some() && start < verb).then(|| TokenRange::new(start, verb))
    }

    /// `Her late husband, Tom Lee,`, `Berg’s son Tom Lee`: whose kin somebody is.
    fn tied(&mut self, n: usize, end: u32) -> Option<TokenRange> {
        let (reading, first) = (self.reading, self.sentence.start);
        let comma = end > first && reading.word(end - 1) == ",";
        let behind = self.names[n].tokens.end;
        let closed = behind >= self.sentence.end || matches!(reading.word(behind), "," | "." | ";" | ")" | "—");
        let end = end.checked_sub(u32::from(comma)).filter(|end| *end > first)?;
        if !reading.is(end - 1, Rule::Tie) || reading.is_capital(end - 1) {
            return None;
        }
        let near = first.max(end.saturating_sub(4))..end - 1;
        let noun = |at: &u32| is_noun(reading, *at) && reading.word(*at) != "whose";
        let start = near.rev().take_while(noun).last().unwrap_or(end - 1);
        let whose = start.checked_sub(1).filter(|at| *at >= first)?;
        let word = reading.word(whose);
        let owned = word.starts_with(['\'', '’']);
        let whose = matches!(word.to_lowercase().as_str(), "her" | "his" | "my" | "our" | "their" | "whose");
        let owner = self.owner(n, start);
        // Not `called his mother, Lee was told`: a clause begins there.
        let begins = owner == first || start == first + 1;
        ((owned || whose) && (!comma || closed || begins)).then(|| TokenRange::new(owner, end))
    }

    fn enter(&mut self, token: u32) {
        if self.sentence.range().contains(&(token as usize)) {
            return;
        }
        let sentences = &self.reading.doc.sentences;
        self.number = sentences.partition_point(|s| s.tokens.end <= token);
        self.sentence = sentences.get(self.number).map_or(TokenRange::new(0, 0), |s| s.tokens);
    }

    /// True inside a verb.
    fn is_verb(&mut self, at: u32) -> bool {
        let doc = self.reading.doc;
        self.number < doc.sentences.len() && grammar::parse(doc, self.number).verb_at(at).is_some()
    }

    /// Where words that are so begin, which end at `end`; with their stops.
    fn without(&self, mut end: u32, is: impl Fn(Reading, u32) -> bool) -> u32 {
        while end > self.sentence.start {
            let stop = u32::from(self.reading.word(end - 1) == "." && end > self.sentence.start + 1);
            if !is(self.reading, end - 1 - stop) {
                break;
            }
            end -= 1 + stop;
        }
        end
    }

    /// `, the mayor of York,`
    fn behind(&mut self, n: usize) -> Option<TokenRange> {
        let reading = self.reading;
        let mut at = self.names[n].tokens.end;
        // `Ann Lee MP, the leader of …`, `Ann Lee MP as treasurer`
        let honour = |at: u32| reading.is(at, Rule::Honour) && reading.token(at).is_some_and(|t| t.case == Case::Upper);
        let behind = (at..at + 3).take_while(|at| honour(*at)).count() as u32;
        at += behind;
        if behind > 0 && reading.word(at) == "as" {
            return self.said(n, at + 1, true);
        }
        // `named Ann Lee as chairman`, `the appointment of Ann Lee as chairman`
        let before = self.without(self.names[n].tokens.start, is_honorific).saturating_sub(1);
        let made = match reading.word(before) {
            "appointed" | "elected" | "hired" | "named" => true,
            "of" => before > 0 && matches!(reading.word(before - 1), "appointment" | "election"),
            _ => false,
        };
        if made && reading.word(at) == "as" {
            let office = at + 1 + u32::from(is_article(reading, at + 1));
            return self.said(n, office + u32::from(matches!(reading.word(office), "new" | "next")), true);
        }
        // `Ann Lee, M.D., Ph.D., the leader`
        while let Some(behind) = self.honoured(at) {
            at = behind;
        }
        // `Ann Lee (Green), the leader`
        if reading.word(at) == "(" {
            at += (at..at + 6).position(|at| reading.word(at) == ")").map_or(0, |n| n as u32 + 1);
        }
        if reading.word(at) != "," {
            return None;
        }
        at += 1;
        // `Ann Lee, 43, a farmer`
        if reading.token(at).is_some_and(|t| t.kind == TokenKind::Number) && reading.word(at + 1) == "," {
            at += 2;
        }
        // `Ann Lee, who is a farmer`, `Ann Lee, now a farmer`
        // `Ann Lee, both mayor and governor`
        let both = is_article(reading, at + 1) || is_title(reading, at + 1);
        at += match reading.word(at) {
            "now" | "currently" => 1,
            "both" if both => 1,
            "who" if reading.word(at + 1) == "is" => 2,
            _ => 0,
        };
        if let Some(office) = self.taken(at) {
            return self.said(n, office, true);
        }
        self.said(n, at, false)
    }

    /// The comma behind `, Ph.D.`; the tokenizer parts some degrees.
    fn honoured(&self, comma: u32) -> Option<u32> {
        let (reading, degree) = (self.reading, comma + 1);
        let parted = reading.word(degree) == "Ph" && reading.word(degree + 1) == ".";
        let end = degree + if parted { 3 } else { 1 };
        let end = end + u32::from(reading.word(end) == ".");
        let is = parted || reading.is(degree, Rule::Honour) && reading.is_capital(degree);
        (is && reading.word(comma) == "," && reading.word(end) == ",").then_some(end)
    }

    /// `, recently sworn in as president`, `, elected mayor of York in 2010`: where the office begins that was taken.
    fn taken(&self, at: u32) -> Option<u32> {
        let word = |at: u32| self.reading.word(at);
        let at = at + u32::from(matches!(word(at), "just" | "newly" | "recently" | "then"));
        let office = match (word(at), word(at + 1)) {
            ("sworn", "in") if word(at + 2) == "as" => at + 3,
            ("appointed" | "elected" | "inaugurated" | "installed", "as") => at + 2,
            ("appointed" | "elected", _) => at + 1,
            _ => return None,
        };
        Some(office)
    }

    /// `Lee is a priest.`: of the one the sentence begins with.
    fn is(&mut self, n: usize) -> Option<TokenRange> {
        let TokenRange { start, end } = self.names[n].tokens;
        let is = self.reading.word(end) == "is" && self.without(start, is_honorific) == self.sentence.start;
        if is && is_article(self.reading, end + 1) { self.said(n, end + 1, false) } else { None }
    }

    /// The noun phrase at `at`, where it says what the person is; `bound` to that one and to nobody behind.
    fn said(&mut self, n: usize, at: u32, bound: bool) -> Option<TokenRange> {
        let reading = self.reading;
        let article = is_article(reading, at);
        let start = at + u32::from(article);
        let (mut at, mut part) = (start, Part::Before);
        // Whether `of` was read, and where the phrase was whole before a word that joins.
        let (mut deep, mut whole) = (false, start);
        let mut next = n + 1;
        while at < self.sentence.end.min(start + 20) {
            let word = reading.word(at);
            let behind = part != Part::Before;
            while self.names.get(next).is_some_and(|name| name.tokens.start < at) {
                next += 1;
            }
            let inside = self.names.get(next).filter(|name| name.tokens.start == at);
            let hyphen = word == "-" && reading.token(at).is_some_and(|t| !t.space_before);
            if let Some(name) = inside {
                // `Berg’s manager`, `aide to Berg`
                let owner = reading.word(name.tokens.end).starts_with(['\'', '’']);
                if name.kind == EntityKind::Person && part == Part::Open && reading.word(at - 1) == "and" {
                    break;
                }
                if name.kind == EntityKind::Person && !deep && !owner {
                    return None;
                }
                let office = name.tokens.len() > 1 && names_office(reading, name.tokens);
                part = match part {
                    Part::Before if office => Part::Title,
                    // `the chief Ruritanian negotiator`
                    Part::Title if is_modifier(reading, at - 1) && is_title(reading, name.tokens.end) => Part::Before,
                    Part::Title => break,
                    Part::Open => Part::Inside,
                    _ => part,
                };
                at = name.tokens.end;
                next += 1;
                continue;
            } else if is_title(reading, at) && (!behind || part != Part::Title || titled_before(reading, at)) {
                part = if deep { Part::Inside } else { Part::Title };
            } else if part == Part::Title
                && (is_modifier(reading, at) || reading.is(at, Rule::Desk))
                && is_title(reading, at + 1)
                && titled_before(reading, at)
            {
                // `deputy prime minister`
            } else if behind && self.turns(at) {
                break;
            } else if behind && part != Part::Open && (is_link(word) || matches!(word, "and" | "&")) {
                deep |= is_link(word);
                (whole, part) = (at, Part::Open);
            } else if hyphen
                || word.starts_with(['\'', '’']) && at > start
                || part == Part::Open && is_article(reading, at)
            {
                // Belongs to what is around it.
            } else if behind && part != Part::Title && self.continues(at) {
                part = if deep { Part::Inside } else { Part::Open };
            } else if !behind && (is_modifier(reading, at) || at < start + 5 && self.begins(at, article))
                || at == start && is_ordinal(word) && reading.is_capital(at + 1)
                || article && at < start + 2 && is_price(reading, at)
            {
            } else {
                break;
            }
            at += 1;
        }
        if part == Part::Open {
            at = whole;
        }
        // `chief executive until 2010`
        let year = reading.token(at + 1).is_some_and(|t| t.kind == TokenKind::Number);
        at += if reading.word(at) == "until" && year { 2 } else { 0 };
        // `Ann Lee, director, Office of Ships, said`
        let office = self.names.get(next).filter(|name| name.tokens.start == at + 1);
        let office = office.filter(|name| name.kind == EntityKind::Organization && reading.word(at) == ",");
        if let Some(office) = office.filter(|name| !article && !deep && name.tokens.len() > 1) {
            at = office.tokens.end;
            next += 1;
        }
        // `in a letter to Ann Lee, the mayor, Tom Berg, said`: nobody knows whose role it is.
        let follows = self.names.get(next).filter(|name| name.tokens.start == at + 1);
        let shared = !bound && reading.word(at) == "," && follows.is_some_and(|name| name.kind == EntityKind::Person);
        let ends = part == Part::Open || self.is_end(n, at, article);
        (part != Part::Before && ends && !shared && at > start).then(|| TokenRange::new(start, at))
    }

    /// True where what was said of a person ends.
    fn is_end(&mut self, n: usize, at: u32, article: bool) -> bool {
        let (reading, word) = (self.reading, self.reading.word(at));
        let mark = matches!(word, "," | "." | ";" | ":" | "(" | ")" | "—" | "–");
        let day = reading.has(at, class::CALENDAR) && reading.is_capital(at);
        let relative = day || matches!(word, "who" | "whose" | "which" | "since" | "until");
        // `Ann Lee, the head of the union said`: she, not the head, where her name begins the clause.
        let before = self.names[n].tokens.start.checked_sub(1).filter(|at| *at >= self.sentence.start);
        let subject = before.is_none_or(|at| matches!(reading.word(at), "," | "”" | "\""));
        let mark = mark || self.turns(at);
        let says = reading.is(at, Rule::Say) && (!article || subject) || !article && reading.is(at, Rule::Auxiliary);
        // `Ann Lee, the president of Ruritania signed the law`: nobody else may have done so.
        let says = says || subject && !reading.is_capital(at) && self.is_verb(at);
        at >= self.sentence.end || mark || relative || says || word.ends_with("ing") && !reading.is_capital(at)
    }

    /// `the minister of defence in an interview`: what he did there, not what he is.
    fn turns(&self, at: u32) -> bool {
        matches!(self.reading.word(at), "in" | "at" | "on" | "during")
            && matches!(self.reading.word(at + 1), "a" | "an")
    }

    /// A word that may stand behind `of` in a role.
    fn continues(&mut self, at: u32) -> bool {
        let reading = self.reading;
        let capital = reading.is_capital(at) && !reading.is(at, Rule::Never) && !reading.has(at, class::CALENDAR);
        // `standing committee`
        let sorts = [Rule::Sort, Rule::Body, Rule::Desk];
        let sort = || is_noun(reading, at) && sorts.iter().any(|rule| reading.is(at + 1, *rule));
        capital || self.describes(at) || is_verbal(reading.word(at)) && sort()
    }

    /// A word before the title of a role: `hurricane` forecaster, `Managing` Director.
    fn begins(&mut self, at: u32, article: bool) -> bool {
        let reading = self.reading;
        let capital = reading.is_capital(at) && reading.has(at, class::COMMON) && !reading.has(at, class::CALENDAR);
        let field = capital && !reading.is(at, Rule::Never) && reading.is_capital(at + 1);
        let participle = article && is_verbal(reading.word(at)) && is_noun(reading, at);
        field || participle || self.describes(at) && (article || !is_verbal(reading.word(at)))
    }

    /// `Justices Lee, Berg and Shah`: what a title of several says of each.
    fn shared(&mut self, n: usize) -> Option<Role> {
        let (reading, names) = (self.reading, self.names);
        let linked = |a: usize, b: usize| {
            let (end, start) = (names[a].tokens.end, names[b].tokens.start);
            let list = |at: u32| matches!(reading.word(at), "," | "and" | "&");
            let both = names[a].kind == EntityKind::Person && names[b].kind == EntityKind::Person;
            both && (start == end + 1 || start == end + 2) && (end..start).all(list)
        };
        let closed = |a: usize, b: usize| {
            (names[a].tokens.end..names[b].tokens.start).any(|at| matches!(reading.word(at), "and" | "&"))
        };
        let mut first = n;
        while first > 0 && n - first < LIST && linked(first - 1, first) {
            // `the analysts Lee and Berg, Shah lost support`
            if first < n && closed(first - 1, first) {
                return None;
            }
            first -= 1;
        }
        if first == n && !(n + 1 < names.len() && linked(n, n + 1)) {
            return None;
        }
        let plural = names[first].tokens.start.checked_sub(1).filter(|at| *at >= self.sentence.start)?;
        let one = singular(reading.word(plural)).map(|word| word_hash(&word))?;
        let title = vocabulary::is(one, Rule::Post)
            || vocabulary::is(one, Rule::Title)
            || reading.lexicon.word(one).bits & class::TITLE != 0;
        if !title || vocabulary::is(one, Rule::Honorific) || vocabulary::is(one, Rule::Tie) {
            return None;
        }
        let core = self.phrase(first, Some(plural), plural + 1)?;
        let tokens = TokenRange::new(self.owner(first, core.start), core.end);
        Some(Role { tokens, rank: false, plural: Some(plural) })
    }
}

/// `£31m` of the £31m striker
fn is_price(reading: Reading, at: u32) -> bool {
    let mark = |word: &str| matches!(word, "£" | "€" | "$");
    mark(reading.word(at)) || at > 0 && mark(reading.word(at - 1)) && reading.word(at).ends_with(['m', 'k'])
}

/// What stands behind a title in words that end before a name or its comma.
enum Behind {
    Nothing,
    /// The title of `Ambassador to Japan`, `Minister of Public Works and Transport`, `prime minister of Ruritania`.
    Title(u32),
    /// `aide to the president`: whose of two the name is.
    Unclear,
}

fn behind_head(reading: Reading, names: &[Name], n: usize, words: Range<u32>, comma: bool) -> Behind {
    let first = words.start.max(words.end.saturating_sub(12));
    let mut at = words.end;
    let near = words.end > words.start && is_title(reading, words.end - 1);
    while at > first + 1 {
        // `Envoy for the Coalition to End Hunger Ann Lee`: a body is one word.
        let few = names[..n].iter().rev().take(3);
        let mut bodies = few.filter(|name| name.kind == EntityKind::Organization && name.tokens.len() > 1);
        if let Some(body) = bodies.find(|name| name.tokens.end == at && name.tokens.start > first) {
            at = body.tokens.start;
            continue;
        }
        at -= 1;
        let word = reading.word(at);
        // `the first leader to telephone Ann Lee`
        if word == "to" && at + 2 == words.end && !reading.is_capital(at + 1) {
            return Behind::Nothing;
        }
        // `a former ally of the president, Ann Lee,`
        let tied = near && comma && matches!(word, "of" | "to") && is_article(reading, at + 1);
        if tied && is_noun(reading, at - 1) && (is_near(reading, at - 1) || reading.is(at - 1, Rule::Tie)) {
            return Behind::Unclear;
        }
        if at + 1 < words.end && matches!(word, "of" | "to" | "for" | "at" | "in") && is_title(reading, at - 1) {
            let person = |name: &&Name| name.kind == EntityKind::Person && name.tokens.end > at;
            if names[..n].iter().rev().take(4).any(|name| person(&name)) {
                return Behind::Nothing;
            }
            // `aide to Russian President Ann Lee`, but `Minister of Justice Ann Lee`.
            return match near && !(word == "of" && reading.is_capital(at - 1)) {
                true if comma => Behind::Unclear,
                true => Behind::Nothing,
                false => Behind::Title(at - 1),
            };
        }
        // `Secretary of State for Defence`
        let state = word == "for" && reading.word(at - 1) == "State";
        // `a member of their team, Ann Lee,`
        let theirs =
            comma && at > first && reading.word(at - 1) == "of" && matches!(word, "its" | "his" | "her" | "their");
        let links =
            matches!(word, "of" | "and" | "the" | "&" | "-") || state || theirs || word.starts_with(['\'', '’']);
        // `sheriff of Pell County, Iowa, …`
        let place = |holds: &dyn Fn(TokenRange) -> bool| {
            names[..n].iter().rev().take(3).any(|name| name.kind == EntityKind::Place && holds(name.tokens))
        };
        let part = word == "," && place(&|place| place.start == at + 1) && place(&|place| place.end == at);
        // `head of maintenance Ann Lee`
        let short = words.end - at < 4 && !reading.is(at, Rule::Loose) && !is_verbal(word);
        let part = part || !reading.is_capital(at) && reading.is(at, Rule::Compass) && at + 1 < words.end;
        let plain = is_noun(reading, at) && (comma || short && (at + 1 == words.end || !reading.is_capital(at + 1)));
        if !(reading.is_capital(at) || at + 1 < words.end && (links || part) || plain) {
            return Behind::Nothing;
        }
    }
    Behind::Nothing
}
