//! What else the verb around words of time says of them: that they are now, told in passing, over.

use super::words::*;
use super::{Direction, of, quotation};
use crate::TokenRange;
use crate::document::Document;
use crate::grammar::{self, Clause, ClauseKind, VerbGroup, VerbTense};
use crate::time::resolve::{is_appointment, is_of_saying};

/// True where what governs the words of time lies now or ahead for who writes (`opens in May`, `will open in May`).
pub(crate) fn is_now(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let parse = grammar::parse(doc, sentence as usize);
    parse.governing(tokens.start).is_some_and(|verb| {
        let will = ["will", "'ll", "’ll", "is", "are"]
            .iter()
            .any(|w| doc.word(verb.tokens.start as usize).eq_ignore_ascii_case(w));
        // `is expected by 4 May` too.
        let timetable = of(doc, verb.main, &TIMETABLE) || of(doc, verb.main, &PLANNED);
        verb.tense == VerbTense::Future && will || verb.tense == VerbTense::Present && timetable
    })
}

/// True for a token of a verb group.
pub(crate) fn is_verb(doc: &Document, sentence: u32, at: u32) -> bool {
    grammar::parse(doc, sentence as usize).verb_at(at).is_some()
}

/// Which way the first verb of a sentence looks, if it has one with tense.
pub(crate) fn opening(doc: &Document, sentence: u32) -> Direction {
    if sentence as usize >= doc.sentences.len() {
        return Direction::Open;
    }
    let parse = grammar::parse(doc, sentence as usize);
    match parse.verbs.iter().find(|v| v.tense != VerbTense::None) {
        Some(v) if v.tense == VerbTense::Future => Direction::Future,
        Some(v) if v.tense == VerbTense::Present && !of(doc, v.main, &SAYS) => Direction::Present,
        Some(_) => Direction::Past,
        None => Direction::Open,
    }
}

/// True for words of time that someone is quoted with.
pub(crate) fn is_quoted(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    quotation(doc, sentence, tokens).is_some()
}

/// True where the verb that governs the words of time tells in the plain past of what goes on for a while (`stayed`,
/// `was closed`).
pub(crate) fn has_lasted(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let lasts = |verb: VerbGroup| verb.tense == VerbTense::Past && of(doc, verb.main, &LASTS);
    grammar::parse(doc, sentence as usize).governing(tokens.start).copied().is_some_and(lasts)
}

/// `on Tuesday the mayor told reporters that …`: true where the verb that governs the words of time is one of saying.
pub(crate) fn is_governed_by_saying(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let verb = grammar::parse(doc, sentence as usize).governing(tokens.start).copied();
    verb.is_some_and(|verb| is_of_saying(doc.word(verb.main as usize)))
}

/// True where the verb that governs the words of time is in the present perfect.
pub(crate) fn is_perfect(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let verb = grammar::parse(doc, sentence as usize).governing(tokens.start).copied();
    verb.is_some_and(|verb| verb.tense == VerbTense::PresentPerfect)
}

/// True where the words of time hang on `had …`, and those `told` before them on a verb in the plain past: the first lie
/// before the second. Not `if it had lost on Monday`.
pub(crate) fn looks_back_from(doc: &Document, (sentence, tokens): (u32, TokenRange), told: (u32, TokenRange)) -> bool {
    let verb = |sentence: u32, at: u32| grammar::parse(doc, sentence as usize).governing(at).copied();
    let parse = grammar::parse(doc, sentence as usize);
    let opener = parse.clause_of(tokens.start).map_or("", |c| doc.word(parse.clauses[c].tokens.start as usize));
    let open = ["if", "unless", "had", "though", "until"].iter().any(|word| opener.eq_ignore_ascii_case(word));
    let had = verb(sentence, tokens.start).filter(|v| v.tense == VerbTense::PastPerfect);
    had.is_some_and(|v| v.main < tokens.start && !v.negated)
        && !open
        && verb(told.0, told.1.start).is_some_and(|v| v.tense == VerbTense::Past)
}

/// True where the sentence tells of what is over alone: `It agreed to let her stay until Christmas`.
pub(crate) fn is_all_past(doc: &Document, sentence: u32) -> bool {
    let past = [VerbTense::Past, VerbTense::PastPerfect, VerbTense::None];
    let meant = |v: &VerbGroup| v.tense == VerbTense::Future && doc.word(v.tokens.start as usize) != "will";
    let verbs = &grammar::parse(doc, sentence as usize).verbs;
    let said = |v: &VerbGroup| is_of_saying(doc.word(v.main as usize));
    verbs.iter().all(|v| (past.contains(&v.tense) || meant(v)) && !said(v))
        && verbs.iter().any(|v| v.tense == VerbTense::Past)
}

/// True where the words of time stand in a relative clause.
pub(crate) fn is_relative(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let parse = grammar::parse(doc, sentence as usize);
    parse.clause_of(tokens.start).is_some_and(|c| parse.clauses[c].kind == ClauseKind::Relative)
}

/// `was founded in 1988`, `opened in 1930`: how something came to be. Not `the trial opened in 2019`, which went on.
pub(crate) fn is_origin(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let parse = grammar::parse(doc, sentence as usize);
    let verb = parse.governing(tokens.start).filter(|v| v.main < tokens.start && of(doc, v.main, &ORIGIN));
    let word = |at: u32| doc.word(at as usize);
    verb.is_some_and(|verb| match word(verb.main) {
        "opened" => {
            let held = |at: u32| is_appointment(doc, at) || word(at) == "war";
            let what = verb.tokens.start.checked_sub(1);
            tokens.len() == 1 && word(verb.main + 1) == "in" && !what.is_some_and(held)
        }
        "built" | "raised" => verb.passive,
        _ => true,
    })
}

/// `agreed to step down in August`, `had expected a cut in July`: meant for a time that may be over. How many days ago
/// that may be.
pub(crate) fn is_settled(doc: &Document, sentence: u32, tokens: TokenRange) -> Option<i32> {
    // `thought the sale would go through by Christmas`
    if is_belief(doc, sentence, tokens) {
        return Some(100);
    }
    let start = doc.sentences[sentence as usize].tokens.start;
    let is = |at: u32, words: &[&str]| at >= start && words.contains(&doc.word(at as usize));
    // `pledged to tell its plans by June`
    let bound = tokens.start > start && is(tokens.start - 1, &["by", "before", "until", "till", "from"]);
    let before = (start + 1..tokens.start).rev().take(14);
    let mut before =
        before.take_while(|at| !is(*at, &[";", ":", "\"", "”", "will", "would", "again", "next", "have", "has"]));
    let at = before.find(|at| {
        let meant = of(doc, *at, &PLANNED) || of(doc, *at, &PLANS) || is(*at, &["hoped", "intended", "wanted"]);
        let had = is(at - 1, &["had", "was", "were"]) || is(at - 1, &["been"]) && is(at.saturating_sub(2), &["had"]);
        let settled = of(doc, *at, &SETTLED) && is(at + 1, &["to"]) && !is(at - 1, &["have", "has", "’ve", "'ve"]);
        meant && had || settled && !bound
    })?;
    // A vote is news of its days.
    Some(if is(at, &["voted"]) { 75 } else { 100 })
}

/// `believed the war would be over by Christmas`
pub(crate) fn is_belief(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let start = doc.sentences[sentence as usize].tokens.start;
    let from = start.max(tokens.start.saturating_sub(16));
    let would = (from..tokens.start).rev().find(|at| matches!(doc.word(*at as usize), "would" | "'d" | "’d"));
    would.is_some_and(|would| (from..would).any(|at| of(doc, at, &BELIEVED)))
}

/// `Lee, who joined in August, may leave`: an aside in a sentence that tells how things are now.
pub(crate) fn is_aside_of_now(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let now = [VerbTense::Present, VerbTense::Future, VerbTense::Modal, VerbTense::PresentPerfect];
    let parse = grammar::parse(doc, sentence as usize);
    let main = parse.clauses.first().and_then(|c| c.verb).map(|v| parse.verbs[v as usize].tense);
    // `Lee leads the race but was fined in August`
    let joined = || {
        let own = parse.clause_of(tokens.start).map(|c| &parse.clauses[c]);
        main == Some(VerbTense::Present)
            && own.is_some_and(|c| c.kind == ClauseKind::Coordinated && c.parent == Some(0))
    };
    main.is_some_and(|tense| now.contains(&tense)) && (is_relative(doc, sentence, tokens) || joined())
}

/// `“I never sold it,” he told this paper in 2006`: where a life told is then is not where it was before.
pub(crate) fn is_of_quoting(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let quote = |at: u32| matches!(doc.word(at as usize), "\"" | "”" | "''");
    if !(tokens.start.saturating_sub(14)..tokens.start).any(quote) {
        return false;
    }
    let parse = grammar::parse(doc, sentence as usize);
    let verb = parse.verbs[..parse.verbs.partition_point(|v| v.main < tokens.start)].last();
    verb.is_some_and(|verb| {
        let start = doc.sentences[sentence as usize].tokens.start.max(verb.main.saturating_sub(6));
        (start..verb.main).any(quote)
            && tokens.start - verb.main <= 8
            && (of(doc, verb.main, &REPORTS) || doc.word(verb.main as usize) == "recalled")
    })
}

/// True where the words of time belong to a clause that only goes with another (`which opened in May 2015`, `built in
/// May 2015`), or go back behind the story (`had opened in May 2015`).
pub(crate) fn is_passing(doc: &Document, sentence: u32, tokens: TokenRange) -> bool {
    let parse = grammar::parse(doc, sentence as usize);
    // `Launched in May 1969, it landed in July`: what opens the sentence sets the scene, but for how it came to be.
    let start = doc.sentences[sentence as usize].tokens.start;
    let opens = |clause: &Clause| clause.kind == ClauseKind::Participial && clause.tokens.start == start;
    let origin = || of(doc, start, &ORIGIN);
    let aside = [ClauseKind::Relative, ClauseKind::Participial, ClauseKind::Subordinate];
    let mut clause = parse.clause_of(tokens.start).map(|c| &parse.clauses[c]);
    // `, which was sold in 2016 and listed in May 2018, …`
    for _ in 0..4 {
        let Some(joined) = clause.filter(|c| c.kind == ClauseKind::Coordinated) else { break };
        clause = joined.parent.map(|p| &parse.clauses[p as usize]);
    }
    // `She was 19 when she left in May 1968`: what is told there is the leaving.
    let told = |c: &Clause| {
        let around = c.parent.and_then(|p| parse.clauses[p as usize].verb).map(|v| parse.verbs[v as usize].main);
        let was = around.is_some_and(|verb| matches!(doc.word(verb as usize), "was" | "were"));
        was && doc.word(c.tokens.start as usize) == "when"
    };
    clause.is_some_and(|c| aside.contains(&c.kind) && c.parent.is_some() && (!opens(c) || origin()) && !told(c))
        || parse.governing(tokens.start).is_some_and(|verb| verb.tense == VerbTense::PastPerfect)
}
