//! `since`: what began on a day, and what has added up from it.

use super::is_counted;
use crate::TokenRange;
use crate::analysis::TimexKind;
use crate::document::{Document, TokenKind};
use crate::grammar::{ClauseKind, Parse, VerbGroup, VerbTense};
use crate::lists::List;
use crate::time::Timex;
use crate::timeline::lexicon::{Group, Sense, is_of, sense_at};
use crate::timeline::when;
use std::cmp::Ordering;

/// `had been suspended since 24 July 2003`, `has guided ships since 1985`: then it began. `has won every year since`,
/// `had fallen 12% since`, `the heaviest rain since` are stretches up to now.
pub(super) fn begins(doc: &Document, parse: &Parse, clause: usize, timex: &Timex) -> bool {
    // `has been trying to buy it since May`
    let clause = tensed(parse, clause);
    let this = &parse.clauses[clause];
    let Some(verb) = this.verb.map(|v| parse.verbs[v as usize]) else { return false };
    let perfect = matches!(verb.tense, VerbTense::PresentPerfect | VerbTense::PastPerfect);
    // `have reported nine cases since last month`: done, not said. Not `have reported corals since the 1970s`, over and over.
    let fresh = !(1..=2).contains(&when::grain(timex.date.as_deref().unwrap_or_default()));
    let object = matches!(doc.word(verb.main as usize), "reported" | "announced" | "confirmed") && {
        let next = doc.word((verb.main as usize + 1).min(doc.tokens.len() - 1));
        let content = |c: &crate::grammar::Clause| c.kind == ClauseKind::Content && c.parent == Some(clause as u32);
        next != "that" && next != "," && !parse.clauses.iter().skip(clause + 1).take(8).any(content)
    };
    // `have been on strike since May`, `has been without power since Monday`
    let next = doc.word((verb.main as usize + 1).min(doc.tokens.len() - 1));
    let on = doc.word(verb.main as usize) == "been" && matches!(next, "in" | "on" | "out" | "under" | "without");
    // `has lived in Hull since 2003`
    let on = on || doc.word(verb.main as usize) == "lived" && matches!(next, "in" | "at" | "with" | "there");
    // `has been mayor of York since 2003`, `who has been the mayor since 2003`
    let post = doc.word(verb.main as usize) == "been" && timex.tokens.start > verb.main + 2 && {
        let mut complement = verb.main + 1..(timex.tokens.start - 1).min(verb.main + 9);
        complement.any(|at| is_of(doc, at, Group::Office) && doc.tokens[at as usize].kind == TokenKind::Word)
    };
    let on = on || post;
    // `has led the council since 2019`, `who has worked there since 1997`
    let behind = |words: &[&str]| words.contains(&next) || sense_at(doc, verb.main + 1).is(Sense::DETERMINER);
    let on = on
        || match doc.word(verb.main as usize) {
            "worked" | "taught" => behind(&["as", "at", "for", "here", "in", "there", "with"]),
            "chaired" | "headed" | "led" | "managed" | "run" => {
                (behind(&["its"]) || super::is_capital(doc, verb.main + 1)) && !verb.passive
            }
            "served" => matches!(next, "as" | "in" | "on"),
            _ => false,
        };
    // `has been hearing evidence since May`
    let on = on || doc.word(verb.main as usize) == "hearing";
    // `has been missing since Monday`, `has been vacant since May`
    let lacks = [
        "absent", "closed", "empty", "ill", "married", "missing", "out", "shut", "sick", "stranded", "stuck",
        "trapped", "vacant",
    ];
    let on = on || doc.word(verb.main as usize) == "been" && lacks.contains(&next);
    // `has been working on it since May`
    let going = verb.tense == VerbTense::PresentPerfect && doc.word(verb.main as usize).ends_with("ing");
    let on = on || going && !sense_at(doc, verb.main).is(Sense::SAY);
    let said = sense_at(doc, verb.main).is(Sense::STATE.with(Sense::SAY)) && !(object && fresh) && !on;
    if !perfect || said {
        return false;
    }
    let counts = counts(doc, &verb);
    // `has been frozen at 9,250 since 2017`: that is how it stands, not what it came to.
    let level = verb.passive && doc.word((verb.main as usize + 1).min(doc.tokens.len() - 1)) == "at";
    let figure = |at: u32| {
        let word = doc.word(at as usize);
        if level && matches!(at - verb.main.min(at), 2..=4) {
            return false;
        }
        let number = doc.tokens[at as usize].kind == TokenKind::Number && at > verb.main;
        number
            || is_superlative(doc, at)
            || counts && is_many(doc, at) && parse.clause_of(at) == Some(clause) && is_number_of(doc, at)
            || matches!(word, "%" | "every" | "each" | "once" | "twice" | "thrice" | "times" | "more" | "than")
    };
    // `the probe, which has been circling Mars since 2003`
    let going = going && doc.word(verb.main as usize) != "missing";
    // `a teacher who has been held in York since May`
    let held = verb.passive && sense_at(doc, verb.main).is(Sense::PUNISHED) && verb.main < timex.tokens.start;
    // `Ann Berg, who has been in office since 2009, …`: of one whom the reader knows, not one of many.
    let start = this.tokens.start as usize;
    // `Hull, which rebels have besieged since May`, `a driver who has worked there since 1997`
    let told = matches!(doc.word(verb.tokens.start as usize), "has" | "have" | "had");
    let comma = start > 0 && doc.word(start - 1) == ",";
    let lasting = on
        && matches!(doc.word(verb.main as usize), "headed" | "led" | "lived" | "run" | "served" | "taught" | "worked");
    let one = doc.word(start) == "who" && lasting && doc.word(start + 1) == "has" && !comma;
    let near = matches!(doc.word(start), "who" | "which" | "whom") && verb.tokens.start as usize <= start + 4;
    let aside = (comma && near && told || one) && !verb.negated && timex.tokens.start > verb.main;
    (this.kind != ClauseKind::Relative || going || post || aside || held)
        && !around(this.tokens, &verb, timex).any(figure)
}

/// `has launched 8,000 raids over the past year`, `have lived there for the last three months`: what went on in a stretch that
/// reaches up to the publication, of which the beginning is known. Not `the worst drought in the past year`.
pub(super) fn lasts_till_now(doc: &Document, parse: &Parse, timex: &Timex, published: Option<&str>) -> Option<usize> {
    let tokens = timex.tokens;
    let (first, last) = timex.date.as_deref().filter(|_| timex.kind == TimexKind::Duration)?.split_once('/')?;
    // `over the past decade`, `in the last century`: no such stretch, but the one before.
    let date = timex.date.as_deref().filter(|_| !first.ends_with('X') && !last.contains('/'))?;
    let now = when::compare(date, published?)? == Ordering::Equal;
    let past = tokens.range().any(|at| doc.is(at, &["past", "last"]));
    let before = tokens.start.checked_sub(1).filter(|_| now && past)?;
    let lead = before - u32::from(before > 0 && doc.is(before as usize, &["the"]));
    let led = doc.is(lead as usize, &["in", "over", "for", "during", "within", "throughout"]);
    let clause = parse.clause_of(before).filter(|_| led)?;
    let whole = tensed(parse, clause);
    let this = &parse.clauses[whole];
    let verb = this.verb.map(|v| parse.verbs[v as usize])?;
    let going = doc.word(verb.main as usize).ends_with("ing");
    let sense = sense_at(doc, verb.main);
    let told = verb.tense == VerbTense::PresentPerfect
        && !verb.negated
        && !sense.is(Sense::SAY)
        && (going || !sense.is(Sense::STATE));
    let aside = this.kind != ClauseKind::Relative || doc.word((this.tokens.start as usize).saturating_sub(1)) == ",";
    let place = lead == this.tokens.start || tokens.start > verb.main;
    // `the third strike in the past two days`
    let worst = (lead.saturating_sub(14).max(this.tokens.start)..lead)
        .any(|at| is_superlative(doc, at) || is_of(doc, at, Group::Ordinal) || is_nth(doc, at));
    // Not `has killed nine, bringing the toll to 43 in the past week`.
    let own = clause == whole || parse.clauses[clause].kind == ClauseKind::Infinitive;
    // `Rents have risen 3% over the past year`: a figure.
    let percent = (this.tokens.start.max(verb.main)..lead).any(|at| doc.is(at as usize, &["%", "percent"]));
    let told = told && own && !percent;
    (told && aside && place && !worst).then_some(clause)
}

/// `the 13th`
fn is_nth(doc: &Document, at: u32) -> bool {
    let word = doc.word(at as usize);
    word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with("th")
}

/// The clause itself, or while it has no tense, the one around it.
fn tensed(parse: &Parse, clause: usize) -> usize {
    let untensed = |c: usize| parse.clauses[c].verb.is_none_or(|v| parse.verbs[v as usize].tense == VerbTense::None);
    let mut clause = clause;
    for _ in 0..4 {
        let Some(parent) = parse.clauses[clause].parent.filter(|_| untensed(clause)) else { break };
        clause = parent as usize;
    }
    clause
}

/// The words of a clause that may say how much there is of it: those before `timex`, or behind the verb where that is told
/// first (`Since 2009 it has given $4 million`).
fn around(clause: TokenRange, verb: &VerbGroup, timex: &Timex) -> impl Iterator<Item = u32> {
    let led = timex.tokens.start < verb.main;
    let until = if led { clause.end.min(verb.main + 12) } else { timex.tokens.start };
    let own = timex.tokens;
    (clause.start.max(verb.tokens.start.saturating_sub(12))..until).filter(move |at| !(own.start..own.end).contains(at))
}

/// True for a verb whose doings add up: `nine have been killed`, `500 pools have closed`; not `nine have been waiting`, `have
/// been suspended`.
fn counts(doc: &Document, verb: &VerbGroup) -> bool {
    let done = !verb.passive && !doc.word(verb.main as usize).ends_with("ing");
    sense_at(doc, verb.main).is(Sense::TOLL) || done && !sense_at(doc, verb.main).is(Sense::STATE.with(Sense::SAY))
}

/// Nouns that end like superlatives: `made an arrest on Sunday for the theft`.
static NO_SUPERLATIVES: List = List::new(
    "arrest behest chest conquest contest crest digest dishonest forest guest harvest honest inquest interest manifest modest nest \
     pest priest protest quest request rest test unrest vest west",
);

/// `the highest`, `its first`
pub(in crate::timeline) fn is_superlative(doc: &Document, at: u32) -> bool {
    let word = doc.word(at as usize);
    let most = word.ends_with("est") && !NO_SUPERLATIVES.hold(doc.tokens[at as usize].hash)
        || matches!(word, "first" | "worst" | "best" | "most" | "least");
    // `her third goal and first since May`
    most && at > 0 && (sense_at(doc, at - 1).is(Sense::DETERMINER) || doc.word(at as usize - 1) == "and")
}

/// `Nine people have been killed since 11 June`, `500 pools have closed since 2010`, `They have lost half of their value since
/// May`: a sum up to the publication, which is later.
pub(in crate::timeline) fn adds_up(
    doc: &Document,
    parse: &Parse,
    clause: usize,
    timex: &Timex,
    published: Option<&str>,
) -> bool {
    let this = &parse.clauses[clause];
    let Some(verb) = this.verb.map(|v| parse.verbs[v as usize]) else { return false };
    let since = timex.tokens.start.checked_sub(1).is_some_and(|at| doc.word(at as usize).eq_ignore_ascii_case("since"));
    let counts = verb.tense == VerbTense::PresentPerfect && !verb.negated && counts(doc, &verb);
    let date = timex.date.as_deref().filter(|date| !date.contains('/'));
    let over = date.zip(published).and_then(|(date, p)| when::compare(date, p)) == Some(std::cmp::Ordering::Less);
    let mut words = around(this.tokens, &verb, timex);
    let many = |at: u32| is_many(doc, at) && parse.clause_of(at) == Some(clause) && is_number_of(doc, at);
    since && counts && over && this.kind != ClauseKind::Relative && words.any(many)
}

/// True for a number of those who did it, or of what was done: not the age of `Ann Lee, 67, had led it`.
fn is_number_of(doc: &Document, at: u32) -> bool {
    let comma = |at: u32| doc.tokens.get(at as usize).is_some_and(|_| doc.word(at as usize) == ",");
    doc.word(at as usize) != "one" && !(at > 0 && comma(at - 1) && comma(at + 1))
}

/// How many there are of something: `nine people`, `scores`, `1,200`, `half`.
fn is_many(doc: &Document, at: u32) -> bool {
    let many = is_of(doc, at, Group::Many)
        || matches!(doc.word(at as usize), "people" | "half" | "third" | "quarter" | "fifth");
    many || is_counted(doc, at)
}
