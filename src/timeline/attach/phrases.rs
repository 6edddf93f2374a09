//! Where noun phrases begin, and which of them a relative clause or a participle is told of.

use super::is_capital;
use crate::document::{Document, TokenKind};
use crate::grammar::{ClauseKind, Parse};
use crate::timeline::lexicon::{Group, Sense, is_of, sense_at};

/// The first token of the noun phrase a relative clause says something of.
pub(in crate::timeline) fn antecedent(doc: &Document, parse: &Parse, clause: usize) -> Option<u32> {
    let mut outer = parse.clauses[clause].parent? as usize;
    let own = parse.clauses[clause].tokens.start;
    let mut at = own;
    // `a dam, built in 1970, that burst`: past the aside.
    let inner = parse.clauses[outer].tokens.start;
    let comma = |at: u32| doc.word(at.saturating_sub(1) as usize) == ",";
    let past = is_done(parse, outer) && comma(own) && comma(inner) && own > inner + 2;
    let timed = || doc.tokens[own as usize - 2].kind == TokenKind::Number && doc.word(own as usize) == "which";
    if past && parse.clause_of(own - 2) == Some(outer) && (doc.word(own as usize) == "that" || timed()) {
        (at, outer) = (inner, parse.clauses[outer].parent? as usize);
    }
    // `a claim brought by 430 farmers, which is listed for May`
    let (verb, by) = (parse.clauses[clause].verb, parse.clauses[outer].verb);
    let one =
        verb.is_some_and(|v| matches!(doc.word(parse.verbs[v as usize].tokens.start as usize), "is" | "was" | "has"));
    let by = by.map(|v| parse.verbs[v as usize].main + 1).filter(|&by| doc.word(by as usize) == "by");
    if is_done(parse, outer)
        && one
        && comma(own)
        && doc.word(own as usize) == "which"
        && by.is_some_and(|by| by + 1 < own && is_counted(doc, by + 1))
    {
        return antecedent(doc, parse, outer);
    }
    let begin = at;
    // `the hall, previously used by …`
    let adverb = |at: u32| {
        matches!(
            doc.word(at as usize),
            "currently" | "first" | "formerly" | "initially" | "originally" | "previously" | "reportedly"
        )
    };
    at -= u32::from(at > 1 && adverb(at - 1) && parse.clause_of(at - 1) == Some(outer));
    let aside = at > 0 && doc.word(at as usize - 1) == ",";
    if aside {
        at -= 1;
        at = before_home(doc, parse, clause, at).unwrap_or(at);
        // `Ann Lee, 34, who won`
        let age = at > 2 && doc.tokens[at as usize - 1].kind == TokenKind::Number && doc.word(at as usize - 2) == ",";
        at -= 2 * u32::from(age && is_capital(doc, at - 3));
        // `a dog called Rex, aged 4, that`
        let aged = at > 3 && doc.word(at as usize - 2) == "aged" && doc.word(at as usize - 3) == ",";
        at -= 3 * u32::from(aged);
    }
    // `a plant in Liberty, Maine, that will open`, `a dam, built in 1970, that burst`: what `that` goes on with stands before
    // the aside.
    let comma = |end: u32| (end.saturating_sub(12)..end).rev().find(|&c| doc.word(c as usize) == ",");
    let goes_on_behind = |c: &u32| *c > 0 && parse.clause_of(*c - 1) == Some(outer) && parse.verb_at(*c - 1).is_none();
    let open = comma(at).filter(|c| aside && goes_on_behind(c));
    let resumed = open.filter(|_| doc.word(own as usize) == "that" && begin == own);
    at = resumed.unwrap_or(at);
    let aside = aside && resumed.is_none();
    // `the Free Party (FP), which`, `a fire at the Rex (now a gym) that`
    let bracket = at.checked_sub(1).filter(|&close| doc.word(close as usize) == ")");
    let bracket = bracket.and_then(|at| (at.saturating_sub(QUOTED)..at).rev().find(|&c| doc.word(c as usize) == "("));
    let bracket = bracket.filter(|&open| open > 0 && parse.clause_of(open) == Some(outer));
    at = bracket.unwrap_or(at);
    // `the rule “Two by two”, made in 1990`: what stands in quotation marks, with the noun before it.
    let first = at.saturating_sub(QUOTED);
    let quote = at.checked_sub(1).filter(|&q| matches!(doc.word(q as usize), "”" | "\""));
    let quote = quote.and_then(|q| (first..q).rev().find(|&open| matches!(doc.word(open as usize), "“" | "\"")));
    if let Some(open) = quote.filter(|&open| parse.clause_of(open).is_some()) {
        return phrase_start(doc, parse, parse.clause_of(open)?, open).or(Some(open));
    }
    let mut start = phrase_start(doc, parse, outer, at).filter(|start| *start < at)?;
    let mut end = at;
    let person = doc.word(own as usize) == "who";
    // `the 2009 loss of the Sea Rose (SR1), which was built in 1990`: what the bracket names.
    let dated = |of: u32| (start..of).any(|at| doc.tokens[at as usize].kind == TokenKind::Number);
    if bracket.is_some()
        && aside
        && !person
        && let Some(of) = (start + 1..at - 1).rev().find(|&of| doc.word(of as usize) == "of").filter(|&of| dated(of))
    {
        return Some(of + 1);
    }
    // `the names of nine men held on Monday`
    let of = (start + 1..at - 1).rev().find(|&of| doc.word(of as usize) == "of");
    // `the arrest of Ann Lee, who`, `the arrest in York of Ann Lee, who`
    let befell = |of: u32| {
        let placed = of == start + 1 && matches!(doc.word(start.saturating_sub(1) as usize), "in" | "at" | "near");
        let name = of + 2 < at && (of + 1..at).all(|at| is_capital(doc, at));
        person && name && (placed || sense_at(doc, of - 1).is(Sense::EVENT))
    };
    if let Some(of) = of.filter(|&of| {
        let counted = is_counted(doc, of + 1) && !is_of(doc, own, Group::Issued);
        counted && !goes_with(doc, (start, of), (of + 1, at), person, aside)
            || aside && is_capital(doc, at - 1) && (befell(of) || is_of_kin(doc, parse, clause, of))
    }) {
        return Some(of + 1);
    }
    // `a hotel in Gdansk, Poland, which`
    let capitals = |range: std::ops::Range<u32>| range.into_iter().all(|at| is_capital(doc, at));
    let comma = start.checked_sub(1).filter(|&c| doc.word(c as usize) == "," && parse.clause_of(c) == Some(outer));
    let place = comma.filter(|_| aside && !person && capitals(start..at));
    let place = place.and_then(|c| phrase_start(doc, parse, outer, c).filter(|&b| b > 0 && capitals(b..c)));
    let leads = |b: &u32| {
        let lead = *b - 1;
        matches!(doc.word(lead as usize), "at" | "from" | "in" | "near" | "of") || parse.verb_at(lead).is_some()
    };
    start = place.filter(leads).unwrap_or(start);
    for _ in 0..4 {
        let Some(lead) = start.checked_sub(1).filter(|&lead| parse.clause_of(lead) == Some(outer)) else { break };
        // `the port of York, Maine that burned`: the last of the names.
        let places = !aside && doc.word(lead as usize) == "," && lead > 0 && is_capital(doc, lead - 1);
        let places = places && (start..end).all(|at| is_capital(doc, at));
        let Some(before) = phrase_start(doc, parse, outer, lead) else { break };
        if !places && tells_of_event(doc, parse, clause, (before, lead), (start, end)) {
            break;
        }
        // `founded the firm in 2009 with Ann Lee, who`
        if (person && aside || doc.word(lead as usize) == "by")
            && doc.tokens[lead as usize - 1].kind == TokenKind::Number
            && doc.word(lead as usize - 1).len() == 4
        {
            break;
        }
        // `is in custody on a warrant issued in May`
        let bare = lead == before + 1 && !is_capital(doc, before) && !doc.word(before as usize).ends_with('s');
        if bare && !aside && is_done(parse, clause) && matches!(doc.word(start as usize), "a" | "an") {
            break;
        }
        let goes = if aside && !person {
            goes_on(doc, parse, clause, (before, lead), (start, end))
        } else {
            goes_with(doc, (before, lead), (start, end), person, aside)
        };
        if !(places || goes) {
            break;
        }
        (start, end) = (before.min(start), lead);
    }
    // `Ann Lee, a doctor, who`, `Ann Lee, 34, head of the clinic, who`
    let comma =
        start.checked_sub(1).filter(|&c| aside && person && doc.word(c as usize) == "," && !capitals(start..at));
    let age = |c: u32| c > 2 && doc.tokens[c as usize - 1].kind == TokenKind::Number && doc.word(c as usize - 2) == ",";
    let name = comma.map(|c| c - 2 * u32::from(age(c))).and_then(|c| {
        let name = phrase_start(doc, parse, outer, c).filter(|&b| b + 1 < c && capitals(b..c))?;
        let lead = name.checked_sub(1).map_or("", |lead| doc.word(lead as usize));
        (!matches!(lead, "at" | "from" | "in" | "near" | "on" | "to")).then_some(name)
    });
    if name.is_some() {
        return name;
    }
    // `the line between York and Leeds, shut on Monday`, `the road from York to Leeds`
    let pair = |word: &str| match word {
        "and" => &["between"][..],
        "to" => &["from"],
        _ => &[],
    };
    if let Some(lead) = start.checked_sub(1).filter(|&lead| aside && !person && parse.clause_of(lead) == Some(outer)) {
        let first = pair(doc.word(lead as usize));
        let between = (lead.saturating_sub(6)..lead).rev().find(|&at| first.contains(&doc.word(at as usize)));
        start = between.and_then(|at| phrase_start(doc, parse, outer, at).filter(|s| *s < at)).unwrap_or(start);
    }
    if aside && let Some(both) = with_first(doc, parse, clause, start, at) {
        return Some(both);
    }
    // `a campaign to save the library, started by …`
    let lead = (aside && is_done(parse, clause)).then(|| start.checked_sub(2)).flatten();
    let lead = lead.filter(|&to| {
        parse.clauses[outer].kind == ClauseKind::Infinitive
            && parse.clauses[outer].tokens.start == to
            && doc.word(own as usize + 1) == "by"
            && !sense_at(doc, own).is(Sense::ORIGIN)
            && sense_at(doc, to.saturating_sub(1)).is(Sense::INTENT.with(Sense::EVENT))
    });
    let around = lead.zip(parse.clauses[outer].parent).and_then(|(to, p)| phrase_start(doc, parse, p as usize, to));
    Some(around.unwrap_or(start))
}

/// `York and Leeds, which voted against it, left`, `Gas and water workers, who …`: where the first of two begins that are told of
/// together, as the subject of the clause around; `start..end` is the second.
fn with_first(doc: &Document, parse: &Parse, clause: usize, start: u32, end: u32) -> Option<u32> {
    let own = parse.clauses[clause].tokens.start;
    let outer = parse.clauses[clause].parent? as usize;
    let and =
        start.checked_sub(1).filter(|&and| doc.word(and as usize) == "and" && parse.clause_of(and) == Some(outer))?;
    let first = phrase_start(doc, parse, outer, and).filter(|&first| first < and)?;
    let verb = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize].tokens.start)?;
    let one = doc.word(verb as usize).ends_with('s');
    let capitals = |range: std::ops::Range<u32>| range.into_iter().all(|at| is_capital(doc, at));
    let bare = |at: u32| !sense_at(doc, at).is(Sense::DETERMINER);
    let many = end > start + 1 && doc.word(end as usize - 1).ends_with('s') && bare(first) && bare(start);
    let alike = capitals(first..and) && capitals(start..end) || many && and == first + 1;
    let told = matches!(doc.word(own as usize), "who" | "which") && !one;
    // `York, Leeds and Hull, which …`
    let mut first = first;
    for _ in 0..4 {
        let comma = first.checked_sub(1).filter(|&c| doc.word(c as usize) == "," && parse.clause_of(c) == Some(outer));
        let name = comma.and_then(|c| phrase_start(doc, parse, outer, c).filter(|&b| b < c && capitals(b..c)));
        let Some(name) = name else { break };
        first = name;
    }
    let mark = |at: u32| doc.tokens[at as usize].kind == TokenKind::Mark;
    let opens = (parse.clauses[outer].tokens.start..first).all(|at| !bare(at) || mark(at));
    let between = || first > 0 && doc.word(first as usize - 1) == "between" && doc.word(own as usize) == "who";
    (told && alike && (opens || between())).then_some(first)
}

/// `Ann Lee, 34, of York, Maine, who won`, `Ann Lee, of York, born in 1962`: where the words end before who is at home there;
/// `at` is the last comma.
fn before_home(doc: &Document, parse: &Parse, clause: usize, at: u32) -> Option<u32> {
    let own = doc.word(parse.clauses[clause].tokens.start as usize);
    let outer = parse.clauses[clause].parent? as usize;
    // `Ann Lee, of the Guild, founded in 1990`
    let founded = own != "born" && sense_at(doc, parse.clauses[clause].tokens.start).is(Sense::ORIGIN);
    if !matches!(own, "who" | "whose") && (founded || !is_done(parse, clause)) {
        return None;
    }
    let mut end = at;
    for _ in 0..3 {
        let before = phrase_start(doc, parse, outer, end)?.checked_sub(1).filter(|&before| before > 1)?;
        match doc.word(before as usize) {
            "of" | "from" if doc.word(before as usize - 1) == "," => {
                let name = is_capital(doc, before - 2) || is_counted(doc, before - 2);
                return Some(before - 1).filter(|_| name);
            }
            "," if is_capital(doc, end - 1) => end = before,
            _ => break,
        }
    }
    None
}

/// `the parents of Ann Lee, killed in May`, `the widow of Joe Orr, who was shot`: what is told of whoever is named behind `of`.
fn is_of_kin(doc: &Document, parse: &Parse, clause: usize, of: u32) -> bool {
    let Some(verb) = parse.clauses[clause].verb.map(|v| parse.verbs[v as usize]).filter(|v| v.passive) else {
        return false;
    };
    let struck = sense_at(doc, verb.main).is(Sense::TOLL)
        || matches!(
            doc.word(verb.main as usize),
            "shot" | "stabbed" | "murdered" | "beheaded" | "executed" | "kidnapped"
        );
    // `the brother of Ann Lee, who was shot`: of either.
    let many = matches!(
        doc.word(of.max(1) as usize - 1),
        "brothers" | "children" | "family" | "parents" | "relatives" | "widow" | "widower"
    );
    let whose = match doc.word(parse.clauses[clause].tokens.start as usize) {
        "who" => struck && many && doc.word(verb.tokens.start as usize) == "was",
        _ => is_done(parse, clause) && (struck || sense_at(doc, verb.main).is(Sense::PUNISHED.with(Sense::ORIGIN))),
    };
    let counted = of > 1 && is_counted(doc, of - 2);
    whose && of > 0 && !counted && is_of(doc, of - 1, Group::Kin)
}

fn is_done(parse: &Parse, clause: usize) -> bool {
    let this = &parse.clauses[clause];
    this.kind == ClauseKind::Participial && this.verb.is_some_and(|v| parse.verbs[v as usize].passive)
}

/// `a petition against the charge, launched by …`, `COP29 in Baku, which ended`: behind a comma the words are said of the head
/// of the whole noun phrase. Not `met Ann Lee in York, which`, `plans for the hall, which opened in May`.
fn goes_on(doc: &Document, parse: &Parse, clause: usize, outer: (u32, u32), inner: (u32, u32)) -> bool {
    let own = parse.clauses[clause].tokens.start;
    let (first, last) = (doc.word(outer.0 as usize), doc.word(outer.1 as usize - 1));
    let name = is_capital(doc, inner.1 - 1);
    let bare = !sense_at(doc, inner.0).is(Sense::DETERMINER);
    let which = doc.word(own as usize) == "which" && name;
    let done = is_done(parse, clause);
    let number = last.ends_with(|c: char| c.is_ascii_digit());
    let any = |range: (u32, u32), sense: Sense| (range.0..range.1).any(|at| sense_at(doc, at).is(sense));
    let told = match doc.word(outer.1 as usize) {
        // `the Organization of the Americas, which`
        "of" if is_capital(doc, outer.1 - 1) && name => return true,
        // `the Institute for the Arts, founded in 1990`
        "for" if name && matches!(last, "Academy" | "Center" | "Centre" | "Council" | "Institute" | "Society") => {
            return true;
        }
        // `the head of the police in York, appointed in May`
        // `A review of the law, published in June`
        "of" if done
            && is_of(doc, own, Group::Issued)
            && any(outer, Sense::EVENT.with(Sense::RECORD).with(Sense::STUDY)) =>
        {
            return true;
        }
        // `an audit by the firm, completed in May`
        "by" if done && any(outer, Sense::RECORD.with(Sense::STUDY).with(Sense::REPORT)) => return true,
        "by" if done && doc.word(outer.1 as usize - 1) == "audit" => return true,
        // `Toys with codes 100 to 900, made in May`
        "from" if done && doc.word(inner.1 as usize - 1).ends_with(|c: char| c.is_ascii_digit()) => return true,
        "to" if done && number && doc.word(inner.1 as usize - 1).ends_with(|c: char| c.is_ascii_digit()) => {
            return true;
        }
        "of" if matches!(doc.word(own as usize), "appointed" | "elected" | "named" | "sworn") => return true,
        "in" => done || which,
        "at" => done || which && bare,
        "with" if doc.word(own as usize) == "built" => done,
        "on" | "against" | "for" | "about" | "with" | "under" | "over" | "across" => {
            done && !sense_at(doc, own).is(Sense::ORIGIN)
        }
        _ => false,
    };
    let timed = |range: (u32, u32)| any(range, Sense::DAY.with(Sense::MONTH).with(Sense::UNIT));
    // `in office in York, which`, `met Ann Lee in York, which`; not `COP29 in Baku, which`
    let alone = outer.1 == outer.0 + 1 && !number && !first.ends_with('s');
    // `Taxes on sugar, raised in 2018`
    let opens = outer.1 - 1 == parse.clauses[0].tokens.start;
    let named = is_capital(doc, outer.1 - 1) && !opens && !number && !sense_at(doc, outer.0).is(Sense::DETERMINER);
    told && !alone && (any(outer, Sense::EVENT) || !named) && !timed(outer) && !timed(inner)
}

/// `blamed York for the fire that killed nine`, `a hearing on Monday for Ann Lee who`: what `clause` says fits the noun phrase
/// `inner` and not `outer`, which stands before it.
fn tells_of_event(doc: &Document, parse: &Parse, clause: usize, outer: (u32, u32), inner: (u32, u32)) -> bool {
    let this = &parse.clauses[clause];
    let event = |range: (u32, u32)| (range.0..range.1).any(|at| sense_at(doc, at).is(Sense::EVENT));
    let name = |range: (u32, u32)| (range.0..range.1).all(|at| is_capital(doc, at));
    let lead = doc.word(outer.1 as usize);
    match doc.word(this.tokens.start as usize) {
        "who" => {
            let day = (outer.0..outer.1).all(|at| sense_at(doc, at).is(Sense::DAY));
            let of = matches!(lead, "for" | "about" | "against" | "with" | "between" | "by");
            name(inner) && (day || of && inner.1 - inner.0 > 1 && event(outer))
        }
        "that" | "which" => {
            let happens = Sense::EFFECT.with(Sense::TOLL).with(Sense::ONSET);
            let verb = this.verb.map(|v| parse.verbs[v as usize].main);
            let verb = verb.is_some_and(|at| {
                sense_at(doc, at).is(happens) || matches!(doc.word(at as usize), "began" | "started" | "happened")
            });
            // `the death toll from a fire that`
            // `fined Otter for a leak that killed nine`
            let blamed = lead == "for" && name(outer) && verb;
            blamed || lead != "of" && verb && event(inner) && !event(outer) || doc.word(outer.1 as usize - 1) == "toll"
        }
        // `will run again in polls expected in May`
        "expected" | "held" | "planned" | "scheduled" | "staged" => {
            this.kind == ClauseKind::Participial && matches!(lead, "at" | "during" | "in") && event(inner)
        }
        _ => false,
    }
}

/// How many words a quotation may have that is a name.
const QUOTED: u32 = 12;

/// True where the words said of the noun phrase `inner` are rather of `outer`, which ends in the preposition before that:
/// `the head of police who`, but `the names of nine men who`, `was to blame for the fire that`.
fn goes_with(doc: &Document, outer: (u32, u32), inner: (u32, u32), person: bool, aside: bool) -> bool {
    let word = |at: u32| doc.word(at as usize);
    let lead = word(outer.1);
    let name = |range: (u32, u32)| is_capital(doc, range.1 - 1);
    match lead {
        // `the Organization of the Americas, which`
        "of" if name(outer) && name(inner) => return true,
        "of" | "on" | "about" | "with" | "between" | "against" | "for" | "in" | "at" | "from" | "by" => {}
        _ => return false,
    }
    // `the kit man of Halden for four decades, who`: past what only goes with the noun.
    if aside {
        return person && lead != "by";
    }
    let determined = |at: u32| sense_at(doc, at).is(Sense::DETERMINER) || is_counted(doc, at);
    // `missed the game with an injury sustained in May`
    let game = (outer.0..outer.1).any(|at| sense_at(doc, at).is(Sense::EVENT));
    if lead == "with" && game && matches!(word(inner.0), "a" | "an") {
        return false;
    }
    let of = |range: (u32, u32), sense: Sense| (range.0..range.1).any(|at| sense_at(doc, at).is(sense));
    // `one of the men who`, `the only two of nine that`, `some of the rules made in May`
    // `by four to one in a ballot that`
    if outer.0 > 1 && word(outer.0 - 1) == "to" && is_counted(doc, outer.0 - 2) && is_counted(doc, outer.0) {
        return false;
    }
    let some = determined(outer.0) || matches!(word(outer.0), "some" | "many" | "most" | "several");
    if some && outer.1 == outer.0 + 1 || is_counted(doc, outer.1 - 1) {
        return true;
    }
    // `in time for talks held in May`, `on suspicion of a theft`: no noun of which something is told.
    let bare = outer.1 == outer.0 + 1 && !is_capital(doc, outer.0) && !word(outer.0).ends_with('s');
    if bare && !matches!(lead, "on" | "about" | "against") && !of(outer, Sense::EVENT) {
        return false;
    }
    // `a fine return for a man who was ill then`
    if person && lead == "for" && matches!(word(inner.0), "a" | "an") {
        return false;
    }
    // `the families of the victims of a fire that`, not `the sale of the bank made in May`
    let told = determined(inner.0) && !name(inner);
    lead != "of"
        || !told
        || person && sense_at(doc, inner.0).is(Sense::DETERMINER) && !matches!(word(inner.0), "a" | "an")
        || of(outer, Sense::EVENT) && !of(inner, Sense::EVENT)
}

/// A number, in digits or a word.
pub(in crate::timeline) fn is_counted(doc: &Document, at: u32) -> bool {
    let figure = doc.tokens.get(at as usize).is_some_and(|token| token.kind == TokenKind::Number);
    figure || is_of(doc, at, Group::Numeral)
}

/// A hyphen inside a word.
fn is_hyphen(doc: &Document, at: u32) -> bool {
    let next = doc.tokens.get(at as usize + 1);
    doc.word(at as usize) == "-" && !doc.tokens[at as usize].space_before && next.is_some_and(|t| !t.space_before)
}

/// Where the noun phrase that ends before `end` begins: back to its determiner, over names and other plain words.
pub(in crate::timeline) fn phrase_start(doc: &Document, parse: &Parse, clause: usize, end: u32) -> Option<u32> {
    let mut start = end;
    while start > 0 && end - start < 12 {
        let at = start - 1;
        if parse.clause_of(at) != Some(clause) || parse.verb_at(at).is_some() {
            break;
        }
        let word = doc.word(at as usize);
        let class = sense_at(doc, at);
        // `Boeing’s rival` begins with its owner.
        let owner = matches!(word, "'s" | "’s");
        // `by-election`, `out-of-competition sample`, `once-in-a-generation storm`
        let joins = |at: u32| is_hyphen(doc, at);
        if start < end && (joins(start) || word == "-" && joins(at)) {
            start = at;
            continue;
        }
        // Not `Otter A/S`.
        if class.is(Sense::DETERMINER) && !owner && doc.word(at as usize + 1) != "/" {
            return Some(at);
        }
        // `the bakers’ union`
        let many = start < end && at > 0 && matches!(word, "'" | "’") && !doc.tokens[at as usize].space_before;
        if many && doc.word(at as usize - 1).ends_with('s') {
            start = at - 1;
            continue;
        }
        // `An earlier freeze`
        if matches!(word, "earlier" | "later") && start < end && at > 0 && sense_at(doc, at - 1).is(Sense::DETERMINER) {
            return Some(at - 1);
        }
        // `the guild — GHT — fair`: what stands between has its noun before.
        let aside = start < end && matches!(word, "—" | "–" | ")");
        let opens =
            |&open: &u32| matches!(doc.word(open as usize), "—" | "–" | "(") && parse.clause_of(open) == Some(clause);
        if let Some(open) = (at.saturating_sub(4)..at).rev().find(opens).filter(|_| aside) {
            start = open;
            continue;
        }
        // `the Organization for Trade and Co-operation`, `the Danish and New Zealand troops`
        let joined = word == "and" && at > 2 && is_capital(doc, start) && is_capital(doc, at - 1);
        let named = joined
            && (matches!(doc.word(at as usize - 2), "for" | "of") && is_capital(doc, at - 3)
                || sense_at(doc, at - 2).is(Sense::DETERMINER)
                || sense_at(doc, at - 3).is(Sense::DETERMINER));
        // `met Danish and Norwegian army officers`
        let paired = joined
            && start + 1 < end
            && !is_capital(doc, end - 1)
            && parse.clause_of(at - 2) == Some(clause)
            && (sense_at(doc, at - 2).is(Sense::PREPOSITION) || parse.verb_at(at - 2).is_some());
        let named = named || paired;
        // `guests, including nine who`: the guests are more; `at least nine` begins elsewhere.
        if matches!(word, "including" | "least") {
            break;
        }
        // `a 17 per cent rise`
        if word == "per" && start < end && doc.word(start as usize) == "cent" {
            start = at;
            continue;
        }
        // `the Leeds/York line`, `the Shi'ite party`
        // `the U.S`, whose last stop is missing
        let inside = matches!(word, "/" | "&" | "+" | "'" | "’" | ".")
            && !doc.tokens[at as usize].space_before
            && !doc.tokens[start as usize].space_before
            && (start < end || word == "+");
        // `Hale & Co`
        let firm = word == "&" && at > 0 && start < end && is_capital(doc, start) && is_capital(doc, at - 1);
        if !(matches!(word, "of" | "-") || named || inside || firm)
            && (class.is(Sense::STOP) || doc.tokens[at as usize].kind == TokenKind::Mark)
        {
            break;
        }
        start = at;
    }
    // Never begin inside an `of` or a compound.
    while start < end && matches!(doc.word(start as usize), "of" | "-" | "'s" | "’s") {
        start += 1;
    }
    (start < end).then_some(start)
}
