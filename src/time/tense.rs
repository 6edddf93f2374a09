//! Which way an expression without words of direction looks: back, or ahead.
//!
//! Door: [`Tenses::direction`]. Absent here: dates.

mod asides;
mod fixtures;
mod moved;
mod words;

use super::resolve::is_appointment;
use crate::TokenRange;
use crate::document::{Case, Document, TokenKind};
use crate::grammar::{self, ClauseKind, Parse, VerbGroup, VerbTense};
use crate::lists::List;
use std::cell::{Ref, RefCell};
use words::*;

pub(crate) use moved::{is_moved, is_moved_from};

/// Which way the clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// To what has happened.
    Past,
    /// To what is planned.
    Future,
    /// To what is so, or is fixed for a day (`opens on Friday`).
    Present,
    /// Not said.
    Open,
}

/// The verbs of the sentence asked about last, so that no sentence is read twice.
#[derive(Debug, Default)]
pub struct Tenses {
    last: RefCell<(Option<u32>, Parse)>,
}

/// How many words a sentence of a fixture has before its day; no word is looked for further off.
const REACH: u32 = 12;

/// How far a quotation is followed, in tokens each way.
const QUOTED: u32 = 60;

/// `agreed to join forces at a ceremony on Saturday`: agreed there and then, whatever is to be done when.
pub(crate) fn is_agreed_there(doc: &Document, verb: &VerbGroup, at: u32) -> bool {
    static THERE: List = List::new("ceremony conference meeting session summit talks");
    let is = |at: u32, words: &[&str]| doc.is(at as usize, words);
    let at = at - u32::from(at > 0 && is(at - 1, &["on"]));
    // The group is that of what was agreed to.
    let agreed = verb.tokens.start > 1 && is(verb.tokens.start - 1, &["to"]) && is(verb.tokens.start - 2, &["agreed"]);
    // `at a summit in York on Friday`
    let from = at.saturating_sub(7).max(verb.main + 1);
    let mut there = (from..at).rev().filter(|&n| of(doc, n, &THERE));
    agreed
        && !of(doc, verb.main, &MEETS)
        && there.next().is_some_and(|n| (n.saturating_sub(4).max(from)..n).any(|n| is(n, &["at", "during"])))
}

/// True for a word of the list.
fn of(doc: &Document, at: u32, list: &List) -> bool {
    list.hold(doc.tokens[at as usize].hash)
}

fn end_of(doc: &Document, sentence: u32) -> u32 {
    doc.sentences[sentence as usize].tokens.end
}

/// What a quotation around `tokens` holds, which has its own tense: its tokens in this sentence. One that began in a
/// sentence before is known by its end.
fn quotation(doc: &Document, sentence: u32, tokens: TokenRange) -> Option<TokenRange> {
    let range = doc.sentences[sentence as usize].tokens;
    let space = |at: u32| doc.tokens.get(at as usize).is_none_or(|t| t.space_before);
    let mark = |at: u32| doc.word(at as usize);
    let opens = |at: u32| matches!(mark(at), "“" | "``") || mark(at) == "\"" && !space(at + 1);
    let closes = |at: u32| matches!(mark(at), "”" | "''") || mark(at) == "\"" && !space(at);
    let parts = |at: &u32| doc.tokens[*at as usize].kind == TokenKind::Mark && (opens(*at) || closes(*at));
    let first = range.start.max(tokens.start.saturating_sub(QUOTED));
    let start = match (first..tokens.start).rev().find(parts) {
        Some(at) if opens(at) => at + 1,
        None if first == range.start => range.start,
        _ => return None,
    };
    let end = (tokens.end..range.end.min(tokens.end.saturating_add(QUOTED))).find(parts)?;
    closes(end).then(|| TokenRange::new(start, end))
}

impl Tenses {
    /// The verbs of a sentence.
    fn parsed(&self, doc: &Document, sentence: u32) -> Ref<'_, Parse> {
        if self.last.borrow().0 != Some(sentence) {
            *self.last.borrow_mut() = (Some(sentence), grammar::parse(doc, sentence as usize));
        }
        Ref::map(self.last.borrow(), |last| &last.1)
    }

    /// The direction of the clause around `tokens`, which stand in sentence number `sentence`.
    pub fn direction(&self, doc: &Document, sentence: u32, tokens: TokenRange) -> Direction {
        let start = doc.sentences[sentence as usize].tokens.start;
        let is = |at: u32, words: &[&str]| doc.is(at as usize, words);
        // `until Monday`, `until at least Monday`
        let least = tokens.start >= start + 3 && is(tokens.start - 1, &["least"]) && is(tokens.start - 2, &["at"]);
        let leader = tokens.start - if least { 2 } else { 0 };
        if leader > start && of(doc, leader - 1, &AHEAD) {
            let over = is(leader - 1, &["until", "till"])
                && (self.is_over(doc, sentence, tokens) || self.is_told_behind(doc, sentence, tokens.end));
            return if over { Direction::Past } else { Direction::Future };
        }
        // `out on Monday`, `due Friday`
        let led = tokens.start > start && is(tokens.start - 1, &["on", "in", "at"]);
        let offered = (tokens.start - u32::from(led)).checked_sub(1).filter(|at| *at >= start);
        let offer = |at: u32| {
            is(at, &["due", "payable"])
                || is(at, &["out"]) && at > start && is(at - 1, &[",", "is", "are", "comes", "come"])
        };
        if offered.is_some_and(offer) {
            return Direction::Future;
        }
        if tokens.start > start && is(tokens.start - 1, &["since"]) {
            return Direction::Past;
        }
        if asides::is_when_due(doc, sentence, tokens.end) {
            return Direction::Future;
        }
        // `has issued a warning, in force from 3pm on Thursday`
        let in_force = |at: u32| {
            is(at, &["in"]) && is(at - 1, &[","]) && is(at + 1, &["effect", "force", "place"]) && is(at + 2, &["from"])
        };
        if tokens.start > start + 4 && in_force(tokens.start - 3) {
            return Direction::Future;
        }
        // Whether any of the words that are looked for before the expression is there.
        let signs = (start.max(tokens.start.saturating_sub(REACH))..tokens.start).any(|at| of(doc, at, &SIGNS));
        // `cost nine pounds and go on sale at 10am on Monday`, `, found last year, go on display here from Monday`
        let sale = |at: u32| is(at, &["go", "goes"]) && is(at + 1, &["on"]) && is(at + 2, &["sale", "display", "show"]);
        let near = start.max(tokens.start.saturating_sub(9))..tokens.start.saturating_sub(2);
        if signs && near.rev().take_while(|at| !is(*at + 2, &[",", ";", "and", "after"])).any(sale) {
            return Direction::Future;
        }
        // `puts the chance of a cut at the May meeting at half`
        let chance = |at: u32| is(at, &["chance", "chances", "prospect", "prospects", "risk"]) && is(at + 1, &["of"]);
        let meets = signs && tokens.end < end_of(doc, sentence) && is_appointment(doc, tokens.end);
        if meets && (start.max(tokens.start.saturating_sub(10))..tokens.start).any(chance) {
            return Direction::Future;
        }
        // `could open as early as Tuesday`
        let soon = tokens.start >= start + 3
            && is(tokens.start - 1, &["as"])
            && is(tokens.start - 2, &["early", "soon"])
            && (start.max(tokens.start.saturating_sub(12))..tokens.start).any(|at| of(doc, at, &MAYBE));
        if soon {
            return Direction::Future;
        }
        if self.is_fixed_day(doc, sentence, tokens) {
            return Direction::Future;
        }
        // `bookings for the third quarter`, `a warning for Sunday`
        static OUTLOOK: List =
            List::new("bookings forecast forecasts futures guidance orders outlook reservations timetable");
        let the = u32::from(tokens.start > start && is(tokens.start - 1, &["the"]));
        let lead = (tokens.start - the).checked_sub(1).filter(|at| *at > start && is(*at, &["for"]));
        // `is considering more seats for the fall`
        let weighs = |at: u32| (start.max(at.saturating_sub(8))..at).any(|at| of(doc, at, &WEIGHING));
        if lead.is_some_and(|at| of(doc, at - 1, &OUTLOOK) || of(doc, at - 1, &WARNINGS) || weighs(at)) {
            return Direction::Future;
        }
        // `in the run-up to the May vote`
        let run_up = |at: u32| {
            let whole = is(at, &["run-up", "runup"]);
            let to = at + if whole { 1 } else { 2 + u32::from(is(at + 1, &["-"])) };
            is(to, &["to"]) && (whole || is(at, &["run"]) && is(to - 1, &["up"]))
        };
        if signs && (start.max(tokens.start.saturating_sub(8))..tokens.start).any(run_up) {
            return Direction::Future;
        }
        // `the upcoming tour via a poem on Monday`, `announced its plans on Monday to leave`: the plan is another thing.
        let apart = |at: u32| {
            let other = |at: u32| of(doc, at, &ASIDE) && !(led && at + 1 == tokens.start);
            is(at, &["upcoming"]) && (at + 1..tokens.start).any(other)
                || is(at, &["planned", "scheduled"])
                    && at > start
                    && of(doc, at - 1, &ARTICLES)
                    && !(start.max(at.saturating_sub(8))..at).any(|at| of(doc, at, &CALLED_OFF))
                || is(at, &["plans"])
                    && at + 1 + u32::from(led) == tokens.start
                    && at > start
                    && of(doc, at - 1, &OWNERS)
        };
        // `hopes to return after she was hurt on Friday`: another verb tells what happened then.
        let since = |at: u32| {
            let parse = self.parsed(doc, sentence);
            let verb = parse.governing(tokens.start).filter(|_| at + 1 < tokens.start);
            // `plans to appeal after losing on Friday`, `wants to know what happened on Friday`
            let last = parse.verbs[..parse.verbs.partition_point(|v| v.main < tokens.start)].last();
            let told = |v: &VerbGroup| {
                v.tense == VerbTense::Past
                    || v.tense == VerbTense::None
                        && is(v.main - 1, &["after"])
                        && doc.word(v.main as usize).ends_with("ing")
            };
            verb.into_iter().chain(last).any(|v| v.tokens.start > at && told(v))
        };
        // `is due to a fault found on Friday`
        let caused =
            |at: u32| is(at, &["due"]) && is(at + 1, &["to"]) && self.parsed(doc, sentence).verb_at(at + 2).is_none();
        // `had been due to begin on 4 May`, said after it
        let numbered = tokens.range().any(|at| doc.word(at).starts_with(|c: char| c.is_ascii_digit()));
        let dropped = |at: u32| numbered && at > start + 1 && is(at - 1, &["been"]) && is(at - 2, &["had", "'d", "’d"]);
        let planned = signs
            && (start.max(tokens.start.saturating_sub(8))..tokens.start)
                .any(|at| of(doc, at, &PLANNED) && !apart(at) && !caused(at) && !since(at) && !dropped(at));
        // `bracing for rain on Sunday`; `announced a tour, starting in Leeds on 6 September`
        let near = || start.max(tokens.start.saturating_sub(8))..tokens.start.saturating_sub(1);
        // Not `warnings for the coast were issued on Monday`.
        let verbless = |at: u32| !(at + 2..tokens.start).any(|at| of(doc, at, &BEING));
        let to_come = |at: u32| {
            TO_COME.iter().any(|(first, second)| of(doc, at, first) && of(doc, at + 1, second)) && verbless(at)
        };
        // `ruled out of Saturday's match`, `bailed to return in June`
        let bound = |at: u32| {
            is(at, &["ruled"]) && is(at + 1, &["out"]) && at + 2 < tokens.end && is(at + 2, &["of", "for"])
                || of(doc, at, &BOUND) && is(at + 1, &["to"])
                || of(doc, at, &BIDDEN)
                    && is(at + 1, &["to"])
                    && at + 2 < tokens.start
                    && of(doc, at + 2, &REPORTING)
                    && !asides::is_behind_year(doc, sentence, tokens.start)
                    && !self.is_told_behind_and(doc, sentence, tokens.end)
        };
        // `expects the mine to add to earnings from the second quarter`
        let plans = |at: u32| of(doc, at, &PLANS) && (at + 1..tokens.start).any(|at| is(at, &["to"]));
        // `issued a warning for rain on Sunday`, not `a warning for Egypt on Sunday`, `for the coast`
        let warned = |at: u32| {
            of(doc, at, &WARNINGS)
                && is(at + 1, &["for"])
                && !of(doc, at + 2, &ARTICLES)
                && !of(doc, at + 2, &OWNERS)
                && doc.tokens[at as usize + 2].case == Case::Lower
                && verbless(at)
        };
        let to_come = |at: u32| (to_come(at) || bound(at) || plans(at) || warned(at)) && !since(at);
        let spans = || near().rev().take_while(|at| !is(*at, &[",", ";", "and"])).find(|at| of(doc, *at, &SPANS));
        let known = |at: u32| (start.max(at.saturating_sub(16))..at).any(|at| of(doc, at, &MADE_KNOWN));
        if planned || signs && (near().any(to_come) || spans().is_some_and(known)) {
            return Direction::Future;
        }
        // `postponed to Friday`, `crude for October delivery`, `set to fly on 8 April`
        let moved = tokens.start >= start + 2
            && (is(tokens.start - 1, &["to", "into"]) && moved::is_moved_before(doc, tokens.start - 1)
                || moved::is_to(doc, start, tokens.start));
        let end = doc.sentences[sentence as usize].tokens.end;
        let traded = tokens.end < end && of(doc, tokens.end, &TRADED);
        let bound = signs
            && (start.max(tokens.start.saturating_sub(10))..tokens.start.saturating_sub(1))
                .any(|at| is(at, &["set"]) && is(at + 1, &["to"]));
        // `was put back to January and collapsed in March`: then it came.
        if moved && self.is_told_behind_and(doc, sentence, tokens.end) {
            return Direction::Past;
        }
        if moved || traded || bound {
            return Direction::Future;
        }
        // `moved from Saturday to Sunday`: from a day to come, or from a month just past.
        if tokens.start > start && is_moved_from(doc, tokens.start - 1) {
            let weekday = doc.word(tokens.end as usize - 1).ends_with("day");
            return if weekday { Direction::Future } else { Direction::Open };
        }
        // `the company says Friday it has paid`, but not `says Friday is a holiday`
        let says = tokens.start > start && of(doc, tokens.start - 1, &SAYS);
        // `Otter reports on Thursday.`, `Otter, which reports on Thursday, …`: a firm's results
        let reports = led && tokens.start > start + 2 && is(tokens.start - 2, &["reports"]);
        let short = || tokens.end + 1 == end && tokens.start < start + 6;
        let which = || is(tokens.start - 3, &["which"]) && !is(tokens.end.min(end_of(doc, sentence) - 1), &["that"]);
        if reports && (short() || which()) {
            return Direction::Future;
        }
        if fixtures::is_listed(doc, start, tokens, end) {
            return Direction::Future;
        }
        // `is quoted Saturday as denying`, `according to a report by the agency Friday, …`, `despite a meeting on Tuesday`
        let quoted = tokens.start >= start + 2
            && is(tokens.start - 1, &["quoted", "reported", "cited"])
            && is(tokens.start - 2, &["is", "are"]);
        let phrase = (start.max(tokens.start.saturating_sub(12))..tokens.start).rev();
        let phrase = phrase.take_while(|at| !is(*at, &[",", ";", ":", "–", "—"]) && !of(doc, *at, &ENDERS));
        let mut phrase = phrase.filter(|at| is(*at, &["according", "despite"]));
        if quoted || phrase.next().is_some() {
            return Direction::Past;
        }
        if says && tokens.end < end && !is(tokens.end, &["is", "will", "would", "may", "could", "'s", "’s"]) {
            return Direction::Past;
        }
        // `set a hearing for 4 September`, `calling an election for December`
        let set = tokens.start > start
            && is(tokens.start - 1, &["for"])
            && (start.max(tokens.start.saturating_sub(10))..tokens.start).any(|at| of(doc, at, &FIXED));
        if set {
            let came = self.is_told_behind_and(doc, sentence, tokens.end);
            return if came { Direction::Past } else { Direction::Future };
        }
        // `the order issued Thursday`, `a contract signed on 3 March`, but not `will be signed on 3 March`
        let done = (tokens.start - u32::from(led)).checked_sub(1).filter(|at| *at > start);
        let participle =
            |at: u32| of(doc, at, &DONE) || doc.word(at as usize).len() > 5 && doc.word(at as usize).ends_with("ed");
        if done.is_some_and(|at| {
            participle(at)
                && !is(at - 1, &["be", "is", "are", "being", "stay", "stays", "remain", "remains", "keep", "kept"])
        }) {
            return Direction::Past;
        }
        let parsed = self.parsed(doc, sentence);
        let parse = &*parsed;
        let past = [VerbTense::Past, VerbTense::PresentPerfect, VerbTense::PastPerfect];
        // `“It is ours,” she said Tuesday`: the verb right before it governs it, whatever clause it was counted to.
        let before = (tokens.start - u32::from(led)).checked_sub(1).and_then(|at| parse.verb_at(at));
        // A participle there looks back too: `the farmer, a father of two, died on Friday`, `a bridge built in May`.
        let word = |at: u32| doc.word(at as usize);
        let participle = |verb: &VerbGroup| {
            verb.tense == VerbTense::None
                && verb.tokens.len() == 1
                && !word(verb.main).ends_with("ing")
                && !(verb.main > start && is(verb.main - 1, &["to"]))
        };
        if before.is_some_and(|verb| past.contains(&verb.tense) || participle(verb)) {
            return Direction::Past;
        }
        // `“… for all,” stated the bishop during the Friday service`
        let nearest = parse.verbs[..parse.verbs.partition_point(|v| v.main < tokens.start)].last();
        let inverted = nearest.is_some_and(|verb| {
            verb.tokens.start > start
                && is(verb.tokens.start - 1, &["\"", "”", "''"])
                && (participle(verb) || past.contains(&verb.tense))
                && tokens.start - verb.main <= 8
                && !(verb.main + 1..tokens.start).any(|at| is(at, &[",", ";", ":", "\"", "“", "that"]))
        });
        // `will open it again, after closing it during riots in March`
        let after = nearest.is_some_and(|verb| {
            verb.tense == VerbTense::None
                && word(verb.main).ends_with("ing")
                && verb.tokens.start > start
                && is(verb.tokens.start - 1, &["after", "since"])
                && tokens.start - verb.main <= 16
                && !(verb.main + 1..tokens.start).any(|at| is(at, &[",", ";", ":", "\"", "”"]))
        });
        if inverted || after {
            return Direction::Past;
        }
        let mut governing = parse.governing(tokens.start);
        // `will publish its report for the year ended 30 June on 9 October`: no verb of its own.
        if let Some(verb) = governing
            && is(verb.main, &["ended", "ending"])
            && verb.main > start
            && is(verb.main - 1, &["year", "half", "quarter", "months", "weeks", "period"])
        {
            let before = &parse.verbs[..parse.verbs.partition_point(|v| v.main < verb.main)];
            governing = before.iter().rev().take(4).find(|v| v.tense != VerbTense::None).or(governing);
        }
        // `The lease ends October 30`: no plural.
        static ENDS: List = List::new("ends closes starts opens begins expires resumes");
        let lead = tokens.start.saturating_sub(1 + u32::from(led));
        if governing.is_none() && lead > start && of(doc, lead, &ENDS) {
            return Direction::Future;
        }
        // `has ordered the firm to report by the end of March`: what is to be done by then is to come.
        let bare = tokens.start - u32::from(tokens.start > start && is(tokens.start - 1, &["the"]));
        // `voted to cut fares from September`, not `to sit from May to July`
        let stretch = tokens.end < end && is(tokens.end, &["to", "until", "till", "through", "-", "–", "'s", "’s"]);
        let by = bare > start && (is(bare - 1, &["by", "before"]) || is(bare - 1, &["from"]) && !stretch);
        let to = |verb: &VerbGroup| {
            verb.tense == VerbTense::None
                && verb.tokens.start > start
                && (is(verb.tokens.start, &["to", "be"]) || is(verb.tokens.start - 1, &["to"]))
        };
        // `voted to close it in October`, not `voted to approve it in October`
        let voted = nearest.filter(|v| to(v) && !of(doc, v.main, &BY_VOTE)).is_some_and(|verb| {
            let before = &parse.verbs[..parse.verbs.partition_point(|v| v.main < verb.main)];
            before.last().is_some_and(|v| is(v.main, &["voted"]) && verb.main - v.main <= 12)
        });
        if voted && tokens.start > start && is(tokens.start - 1, &["in", "from"]) {
            return Direction::Future;
        }
        // Not `had hoped to report by March`.
        let over = nearest.is_some_and(|verb| {
            let before = &parse.verbs[..parse.verbs.partition_point(|v| v.main < verb.main)];
            before.last().is_some_and(|v| v.tense == VerbTense::PastPerfect)
        });
        if by && !over && nearest.is_some_and(|verb| to(verb) && tokens.start - verb.main <= 12) {
            return Direction::Future;
        }
        // `told reporters Thursday the town will pay`: the day of the saying, before what is said.
        let told = nearest.filter(|verb| {
            verb.tense == VerbTense::Past
                && governing.is_some_and(|g| g.main > tokens.end)
                && of(doc, verb.main, &TOLD)
                && tokens.start - verb.main <= 6
                && !(verb.main + 1..tokens.start)
                    .any(|at| is(at, &[",", ";", ":", "that", "the", "their", "his", "her", "if"]))
                && tokens.end < end
                && parse.verb_at(tokens.end).is_none()
        });
        if told.is_some() {
            return Direction::Past;
        }
        // `the ruling Thursday comes after …`, `the panel Tuesday is hearing …`
        let beside = governing.is_some_and(|verb| {
            verb.tense == VerbTense::Present
                && verb.tokens.start == tokens.end
                && (of(doc, verb.main, &SETS_BESIDE) || verb.tokens.len() > 1 && word(verb.main).ends_with("ing"))
        });
        if beside && !led {
            return Direction::Past;
        }
        // `“Ask me in July,” she said`: the verb of saying has no part in what is said.
        let quoted = quotation(doc, sentence, tokens)
            .filter(|q| governing.is_none_or(|outer| !q.range().contains(&(outer.main as usize))));
        if let Some(quoted) = quoted {
            if of(doc, quoted.start, &ASKING) {
                return Direction::Future;
            }
            let number = |token: u32| parse.verbs.partition_point(|v| v.main < token);
            let inner = &parse.verbs[number(quoted.start)..number(quoted.end)];
            let tensed = inner.iter().filter(|v| v.tense != VerbTense::None);
            governing = tensed.min_by_key(|v| v.main.abs_diff(tokens.start)).or(governing);
        }
        // `will be held in the hall, last used by the firm in April`: a participle of its own looks back.
        let own = parse.clause_of(tokens.start).map(|c| &parse.clauses[c]);
        let passed = own.filter(|c| c.kind == ClauseKind::Participial).and_then(|c| c.verb).is_some_and(|v| {
            let verb = &parse.verbs[v as usize];
            // `will close the mill and cut 90 jobs by June` goes on with what lies ahead.
            let goes_on = verb.main > start && is(verb.main - 1, &["and", "or", "then"]);
            verb.passive && participle(verb) && verb.main < tokens.start && !of(doc, verb.main, &ALONGSIDE) && !goes_on
        });
        if passed {
            return Direction::Past;
        }
        if governing.is_some_and(|verb| is_agreed_there(doc, verb, tokens.start)) {
            return Direction::Past;
        }
        // `said that they would meet on Friday evening`
        let would = governing.is_some_and(|v| {
            let content = parse.clause_of(v.main).is_some_and(|c| {
                // `said he landed on Monday and would leave on Friday`, `landed on Monday and would leave on Friday`
                let joined = |c: usize| parse.clauses[c].kind == ClauseKind::Coordinated;
                let first = if joined(c) { parse.clauses[c].parent.map_or(c, |p| p as usize) } else { c };
                let this = &parse.clauses[first];
                let outer = this.parent.and_then(|p| parse.clauses[p as usize].verb).map(|v| &parse.verbs[v as usize]);
                // Not `hoped that it would open on Sunday`.
                let says = |o: &VerbGroup| o.tense == VerbTense::Past && of(doc, o.main, &REPORTS);
                let told = this.verb.is_some_and(|v| parse.verbs[v as usize].tense == VerbTense::Past);
                let timed =
                    |at: u32| doc.word(at as usize).ends_with("day") && doc.tokens[at as usize].case == Case::Title;
                first != c && told && (this.tokens.start..v.tokens.start).any(timed)
                    || this.kind == ClauseKind::Content && outer.is_some_and(says)
            });
            // `said in 1990 that it would open in May`
            let then = (start..v.tokens.start).any(|at| {
                let year = doc.word(at as usize);
                year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()) || is(at, &["last", "ago", "earlier"])
            });
            content && !then && is(v.tokens.start, &["would"]) && !v.tokens.range().any(|at| is(at as u32, &["have"]))
        });
        if would {
            return Direction::Future;
        }
        let is_fixed = |at: u32| is_appointment(doc, at);
        // `York host Leeds on Sunday, with Lee expected to play`
        let beyond = |verb: &VerbGroup| (tokens.end..verb.main).any(|at| is(at, &[",", ";"]));
        if governing.is_none_or(beyond) && self.is_fixture(doc, parse, start, tokens.start) {
            return Direction::Future;
        }
        // `has declared two days of mourning from Monday`: this tense goes with no day that is over.
        // So does `announced a curfew from Monday`.
        let from = tokens.start > start && is(tokens.start - 1, &["from"]) && !stretch;
        let declares = |v: &VerbGroup| {
            let past = v.tense == VerbTense::Past && (of(doc, v.main, &MADE_KNOWN) || of(doc, v.main, &DECLARES));
            (past || v.tense == VerbTense::PresentPerfect) && !v.passive && v.main + 2 < tokens.start
        };
        // `announced a strike for Tuesday`, `issued a warning from 3am to noon on Sunday`; not `for Sunday's attack`
        let fixes = |v: &VerbGroup, warnings: bool| {
            let head = |at: u32| is(at + 1, &["by", "for", "from", "in", "of", "on", "with"]);
            let what = |at: u32| of(doc, at, &WARNINGS) || !warnings && (is_fixed(at) || of(doc, at, &ORDERS));
            declares(v) && (v.main + 1..tokens.start - 1).take(REACH as usize).any(|at| head(at) && what(at))
        };
        let behind = |words: &[&str]| tokens.start > start && is(tokens.start - 1, words);
        let set = behind(&["for"]) && !is(tokens.end.min(end - 1), &["'s", "’s"]);
        // `put off the trial of the three men to Monday`
        let moves = |v: &VerbGroup| {
            moved::is_moving(doc, v.main, tokens.start - 1) && !self.is_told_behind_and(doc, sentence, tokens.end)
        };
        let near = start.max(tokens.start.saturating_sub(5))..tokens.start;
        let ends = behind(&["to", "until", "till", "-", "–", "and"])
            && near.into_iter().any(|at| is(at, &["from", "between"]));
        if from && governing.is_some_and(declares)
            || behind(&["to"]) && !ends && governing.is_some_and(moves)
            || set && governing.is_some_and(|v| fixes(v, false))
            || (ends || behind(&["from"])) && governing.is_some_and(|v| fixes(v, true))
        {
            return Direction::Future;
        }
        // Not `has been hit by the fall in prices`, `have died by Friday's count`.
        let bound = |v: &VerbGroup| {
            let near =
                !(v.main..tokens.start).any(|at| is(at, &[",", ";"])) && !is(tokens.end.min(end - 1), &["'s", "’s"]);
            near && (of(doc, v.main, &SETTLED) || is(v.main, &["asked", "given", "ordered", "told", "urged", "warned"]))
        };
        match governing.map(|verb| verb.tense) {
            // `have been promised an answer by July`
            Some(VerbTense::PresentPerfect) if behind(&["by"]) && governing.is_some_and(bound) => Direction::Future,
            Some(VerbTense::PresentPerfect) if by && own.is_some_and(|c| asides::is_condition(doc, c)) => {
                Direction::Future
            }
            // `which has summoned him on 20 February`: this tense goes with no day that is over.
            Some(VerbTense::PresentPerfect)
                if behind(&["on"])
                    && governing.is_some_and(|v| is(v.main, &["called", "invited", "listed", "summoned"])) =>
            {
                Direction::Open
            }
            Some(tense) if past.contains(&tense) => Direction::Past,
            Some(VerbTense::Future) => Direction::Future,
            // `may decide in May`, `may have decided in May`; `could` and `would` look either way.
            Some(VerbTense::Modal) if governing.is_some_and(|v| of(doc, v.tokens.start, &MODALS)) => {
                let done = governing.is_some_and(|v| v.tokens.range().any(|at| is(at as u32, &["have"])));
                if done { Direction::Past } else { Direction::Future }
            }
            _ if tokens.start > start && is(tokens.start - 1, &["by", "before"]) => Direction::Future,
            // What is on a timetable is told in the present: `the year ends in September`, `the lease runs out in May`.
            Some(VerbTense::Present)
                if governing.is_some_and(|v| {
                    let with = |(first, second): &(List, List)| {
                        of(doc, v.main, first) && v.main + 1 < end && of(doc, v.main + 1, second)
                    };
                    of(doc, v.main, &TIMETABLE) || TIMETABLE_OF_TWO.iter().any(with)
                }) =>
            {
                Direction::Future
            }
            // `The players have a match on Tuesday`, `the bridge is shut from Monday`
            Some(VerbTense::Present)
                if governing.is_some_and(|v| {
                    let behind = v.tokens.end..tokens.start;
                    let match_to_come = || is(v.main, &["have", "has"]) && behind.clone().any(is_fixed);
                    // Not `is up from Friday`.
                    let from =
                        || behind.len() > 1 && is(tokens.start - 1, &["from"]) && !of(doc, tokens.start - 2, &THAN);
                    match_to_come() || from() && (v.passive || is(v.main, &["is", "are", "face", "faces"]))
                }) =>
            {
                Direction::Future
            }
            // `A second round would be held in the spring`, `could miss Friday's trip`
            Some(VerbTense::Modal)
                if governing.is_some_and(|v| {
                    // Not `hoped that it would open in the spring`.
                    let said = parse.clause_of(v.main).is_some_and(|c| parse.clauses[c].kind == ClauseKind::Content);
                    let held = is(v.tokens.start, &["would"]) && of(doc, v.main, &HELD) && !said;
                    let could = is(v.tokens.start, &["could"]) && v.main < tokens.start;
                    let reopens = (could || is(v.tokens.start, &["can"])) && !said && of(doc, v.main, &TIMETABLE);
                    let owned = tokens.end + 1 < end && is(tokens.end, &["'s", "’s"]) && is_fixed(tokens.end + 1);
                    let perfect = v.tokens.len() > 1 && is(v.tokens.start + 1, &["have"]);
                    (held || reopens || could && owned) && !perfect
                }) =>
            {
                Direction::Future
            }
            // `A strike by pilots on Monday could ground the fleet`
            Some(VerbTense::Modal)
                if governing.is_some_and(|v| {
                    let perfect = v.tokens.len() > 1 && is(v.tokens.start + 1, &["have"]);
                    v.tokens.start >= tokens.end && !is(v.tokens.start, &["would"]) && !perfect
                }) && (start.max(tokens.start.saturating_sub(8))..tokens.start).any(is_fixed) =>
            {
                Direction::Future
            }
            // `Also Saturday, the army reports that …`: said on that day.
            Some(VerbTense::Present) if governing.is_some_and(|v| of(doc, v.main, &SAYS)) => Direction::Past,
            Some(VerbTense::Present) => match governing {
                // What is so is so on any day, unless the day is what it is (`the deadline is Friday`).
                Some(verb)
                    if of(doc, verb.main, &STATES)
                        && verb.tokens.end + u32::from(led) != tokens.start
                        // Not `Thursday: The firm shows its wares`, in a listing.
                        && !(tokens.start == start && tokens.end < end && is(tokens.end, &[":"])) =>
                {
                    Direction::Open
                }
                _ => Direction::Present,
            },
            _ => Direction::Open,
        }
    }
}
