//! The lead: which day the article is about, and the day of the lead where it names none.
//!
//! Absent here: what follows it ([`context`](super::context)).

use super::candidates::{Candidate, FAR, is_capital};
use super::context::{BEHIND, STORY_DAYS, from};
use super::lexicon::{Group, Sense, is_of, sense_at};
use super::merge::stem;
use super::{Dated, mentions, when};
use crate::TokenRange;
use crate::analysis::Certainty;
use crate::document::{Document, word_hash};
use crate::grammar::{ClauseKind, VerbTense};
use std::cmp::Ordering;

/// How many sentences from the first that tells something the article's main date is looked for.
const LEAD: u32 = 3;

/// The day the article is about.
#[derive(Default)]
pub(super) struct Story {
    pub(super) dated: Dated,
    /// The sentence that says it.
    pub(super) sentence: u32,
    /// It is told as news of the day: `has been shut`, `was shut today`.
    pub(super) perfect: bool,
    /// The lead names no day: that of the publication is only likely.
    pub(super) unnamed: bool,
    /// All the lead dates is a saying.
    pub(super) said: bool,
    /// What was said had happened before: `said on Friday that they had seized a ship`.
    pub(super) before: bool,
    /// A judgment: what else is told of it without a date was before.
    pub(super) closed: bool,
    /// It ends the case: the charge was before too.
    pub(super) judged: bool,
    /// The one whose death it tells: what else is told of them without a date was before.
    pub(super) dead: Option<u64>,
    /// The lead names a day for the second of its verbs, which may be that of the first too.
    pub(super) shared: bool,
    /// The lead is of what followed the day that it names, then or later.
    pub(super) after: bool,
    /// Two days lie near the lead, and what is told without one may be of either.
    pub(super) unsettled: bool,
}

impl Story {
    /// True when a clause without words of time may be told of the day of the story.
    pub(super) fn lends(&self, c: &Candidate, published: Option<&str>) -> bool {
        // `has been shut` is of today only in the news of the day: the lead has this tense, or words say the day, close by.
        let today = self.perfect
            || self.dated.certainty != Certainty::Inferred && c.sentence <= self.sentence.saturating_add(BEHIND);
        let fresh = today && published.is_some_and(|p| p == self.dated.date);
        c.is_of_day(fresh, false)
    }
}

/// Finds the day of the story, and gives it to the lead where that has none.
pub(super) fn date(doc: &Document, candidates: &mut [Candidate], published: Option<&str>) -> Option<Story> {
    let again = published.and_then(|p| told_again(doc, candidates, p));
    let shared = has_day_of_second(candidates, published);
    let story = find(doc, candidates, again.as_ref(), published);
    let judged = |story: &Story| {
        let mut told = candidates.iter().filter(|c| c.sentence == story.sentence && c.court).take(FAR as usize);
        told.next().is_some_and(|c| !is_of(doc, c.main, Group::Opening))
    };
    // `was found guilty`: of what else the court found then, more is often told.
    let found = |story: &Story| {
        let mut told = candidates.iter().filter(|c| c.sentence == story.sentence && c.court).take(FAR as usize);
        told.next().is_some_and(|c| matches!(doc.word(c.main as usize), "found" | "find" | "finds"))
    };
    let today = |at: usize| match doc.word(at) {
        "today" | "Today" | "tonight" => true,
        "morning" | "afternoon" | "evening" => at > 0 && doc.word(at - 1) == "this",
        _ => false,
    };
    let story = story.map(|story| Story {
        after: is_after(doc, candidates, &story),
        closed: story.closed && !found(&story),
        judged: judged(&story),
        perfect: story.perfect || doc.sentences[story.sentence as usize].tokens.range().any(today),
        ..story
    });
    if let Some(again) = &again
        && let Some(first) = candidates.iter_mut().find(|c| c.tense.is_some())
        && first.dated.is_none()
        && first.under.is_none()
        && first.kind == ClauseKind::Main
        && first.is_plain_happening()
    {
        first.dated = Some(again.clone());
    }
    if let (Some(story), Some(first)) = (&story, candidates.iter_mut().find(|c| c.tense.is_some()))
        && first.dated.is_none()
        && first.sentence == story.sentence
        && !matches!(first.kind, ClauseKind::Relative | ClauseKind::Participial)
        && first.under.is_none()
        && !(story.unnamed && shared)
        && story.lends(first, published)
    {
        first.dated = if story.after { since(&story.dated, published) } else { Some(story.dated.clone()) };
    }
    // `The senate refused his resignation. … He resigned on Sunday`: after that, up to the publication, which where it is days
    // later is the news of its own day.
    let reacts = story.as_ref().is_some_and(|story| reacts(doc, candidates, story));
    if let (Some(story), Some(published), Some(first)) =
        (&story, published.filter(|_| reacts), candidates.iter_mut().find(|c| c.tense.is_some()))
    {
        let fresh = !when::is_near(published, &story.dated.date, 2);
        first.dated = if fresh { Some(unnamed(published)) } else { since(&story.dated, Some(published)) };
    }
    // `has arrived in Leeds`: news of the day it appears, whatever days are told further on; but where the story is of the
    // day before, nobody knows.
    let mut unsettled = reacts
        || story.as_ref().is_some_and(|story| {
            let mut lead = candidates.iter().filter(|c| c.sentence == story.sentence).filter_map(|c| c.dated.as_ref());
            story.unnamed && lead.any(|d| when::is_day(&d.date) && d.date != story.dated.date)
        });
    let near = |p: &str| story.as_ref().is_some_and(|s| s.dated.date != p && when::is_near(p, &s.dated.date, 2));
    if let Some(published) = published.filter(|p| when::is_day(p) && !near(p))
        && let Some(first) = candidates.iter_mut().find(|c| c.tense.is_some())
        && first.dated.is_none()
        && first.under.is_none()
        && first.tense == Some(VerbTense::PresentPerfect)
        && first.kind == ClauseKind::Main
        && !first.elsewhen
        && !first.said
        && !first.running
        && !shared
        && (first.is_plain_happening() || first.is_word_of_the_day() && opens(doc, first.sentence))
    {
        let mut lent = unnamed(published);
        let sentence = first.sentence;
        let named = |c: &Candidate| {
            let own = c.dated.as_ref().filter(|d| d.certainty != Certainty::Inferred);
            c.sentence == sentence && own.is_some_and(|d| when::is_day(&d.date))
        };
        if candidates.iter().any(named) {
            lent.because = lent.because.replacen("the lead names", "it names", 1);
        }
        if let Some(first) = candidates.iter_mut().find(|c| c.tense.is_some()) {
            first.dated = Some(lent);
        }
        // Behind news of today what is told without a day may be of today, of that day, or between.
        unsettled = story.as_ref().is_some_and(|s| s.dated.date != published);
    }
    // `The president is expelling nine envoys`: going on as the news appears.
    let lead = candidates.iter().find(|c| c.tense.is_some()).map(|c| c.sentence);
    // Not `is recovering after breaking a leg on Sunday`.
    let timed = candidates.iter().any(|c| Some(c.sentence) == lead && c.dated.is_some());
    if let Some(published) = published.filter(|p| when::is_day(p) && !timed)
        && let Some(first) = candidates.iter_mut().find(|c| c.tense.is_some())
        && first.dated.is_none()
        && first.under.is_none()
        && first.tense == Some(VerbTense::Present)
        && first.kind == ClauseKind::Main
        && first.running
        && !(first.elsewhen || first.said || first.hidden)
        && !first.sense.is(Sense::PLAN
            .with(Sense::UNREAL)
            .with(Sense::SUPPOSED)
            .with(Sense::CAREER)
            .with(Sense::GROWTH))
        && first.is_plain_happening()
        && opens(doc, first.sentence)
    {
        first.dated = Some(unnamed(published));
    }
    // `Police say nine people have been killed`: news of the day as it is without who says so.
    if let Some(published) = published.filter(|p| when::is_day(p) && !near(p))
        && let Some(at) = candidates.iter().position(|c| c.tense.is_some())
        && candidates[at].kind == ClauseKind::Main
        && candidates[at].dated.is_none()
        && !candidates[at].personal
        && candidates[at].sense.is(Sense::SAY)
        && let sentence = candidates[at].sentence
        && opens(doc, sentence)
        && let Some(told) = candidates[at + 1..].iter_mut().take(2).find(|c| c.saying == Some(at))
        && told.sentence == sentence
        && told.tense == Some(VerbTense::PresentPerfect)
        && told.dated.is_none()
        && told.under.is_none()
        && !(told.elsewhen || told.running)
        && told.is_plain_happening()
    {
        told.dated = Some(unnamed(published));
        // `The army says it has caught him`: who has is in the words around.
        let own = doc.lower(told.tokens.start as usize);
        if matches!(own.as_ref(), "it" | "its" | "they" | "their" | "he" | "his" | "she" | "her" | "we" | "our")
            && let Some(by) = told.told_by
        {
            told.own.push(TokenRange::new(by.start, told.tokens.start.max(by.start)));
            told.tokens = by;
        }
    }
    // `visited York on 4 April and Leeds on 6 April`: of either.
    let twice = |story: &Story| {
        let told = |c: &&Candidate| c.sentence == story.sentence && c.tense.is_some();
        let of = |c: &Candidate| c.dated.as_ref().filter(|d| !d.date.is_empty()).map(|d| d.date == story.dated.date);
        let lead: Vec<_> = candidates.iter().filter(told).take(FAR as usize).collect();
        let other = |main: u32| lead.iter().any(|c| c.main == main && of(c) == Some(false));
        lead.iter().any(|c| of(c) == Some(true) && other(c.main))
    };
    story.map(|story| Story { shared, unsettled: unsettled || twice(&story), ..story })
}

/// `The senate refused the resignation of its head.`, where the story is that he resigned: the lead is of what came next.
fn reacts(doc: &Document, candidates: &[Candidate], story: &Story) -> bool {
    let Some(first) = candidates.iter().find(|c| c.tense.is_some()) else { return false };
    let plain = first.dated.is_none() && first.under.is_none() && first.kind == ClauseKind::Main;
    let told = first.tense == Some(VerbTense::Past) && first.is_plain_happening();
    if !plain || !told || first.sentence >= story.sentence || !is_of(doc, first.main, Group::Reaction) {
        return false;
    }
    let end = first.tokens.end.min(first.main + 12);
    let noun = (first.main + 1..end).find(|&at| mentions::is_event_noun(doc, at, false));
    // Not `approved a deal`, which may be what is told.
    let known = |noun: &u32| {
        (noun.saturating_sub(3).max(first.main)..*noun)
            .any(|at| !matches!(doc.word(at as usize), "a" | "an") && sense_at(doc, at).is(Sense::DETERMINER))
    };
    let Some(noun) = noun.filter(known).map(|at| stem(doc, at as usize)) else { return false };
    let verb = stem(doc, first.main as usize);
    let same =
        |c: &&Candidate| c.sentence == story.sentence && c.dated.as_ref().is_some_and(|d| d.date == story.dated.date);
    candidates.iter().filter(same).take(FAR as usize).any(|c| {
        let named = || c.tokens.range().take(FAR as usize).any(|at| stem(doc, at) == noun);
        stem(doc, c.main as usize) != verb && (mentions::names(doc, c).contains(&noun) || named())
    })
}

/// True for the first sentence of the story.
fn opens(doc: &Document, sentence: u32) -> bool {
    (0..sentence as usize).all(|before| !doc.block_of(before).kind.is_story())
}

/// `was found dead after her boat sank on Monday`: the lead is of that day or later.
fn is_after(doc: &Document, candidates: &[Candidate], story: &Story) -> bool {
    let mut lead = candidates.iter().filter(|c| c.sentence == story.sentence && c.tense.is_some()).take(FAR as usize);
    let told = lead.clone().find(|c| c.dated.as_ref().is_some_and(|d| d.date == story.dated.date));
    let first = lead.next().map_or(0, |c| c.main);
    told.is_some_and(|c| {
        let start = c.tokens.start as usize;
        c.kind == ClauseKind::Subordinate
            && c.main > first
            && (start.saturating_sub(1)..=start).any(|at| {
                let soon = at > 0 && is_of(doc, at as u32 - 1, Group::Moment);
                doc.word(at) == "after" && !soon
            })
    })
}

/// The first day the lead tells of, or without one the day of publication.
fn find(doc: &Document, candidates: &[Candidate], again: Option<&Dated>, published: Option<&str>) -> Option<Story> {
    let first = candidates.iter().find(|c| c.tense.is_some())?;
    let until = first.sentence.saturating_add(LEAD);
    let lead = candidates.iter().take_while(|c| c.sentence < until).filter(|c| c.tense.is_some());
    let dead = lead.clone().find_map(|c| c.dead);
    let past =
        |c: &&Candidate| matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect));
    // `A silence has been marked for those who died on Thursday`: not the day of the silence.
    let aside = |c: &&Candidate| {
        // `The firm, which replied on 3 March, said on Tuesday that it accepted the fine`
        let said = || first.sense.is(Sense::SAY) && first.dated.as_ref().is_some_and(|d| when::is_day(&d.date));
        c.kind == ClauseKind::Relative
            && c.sentence == first.sentence
            && past(&first)
            && first.kind == ClauseKind::Main
            && (first.dated.is_none() && first.is_plain_happening() || said())
    };
    // `handed in her letter, having signed it on Wednesday`
    let having = |c: &Candidate| doc.lower(c.tokens.start as usize).as_ref() == "having";
    let days = || {
        lead.clone().filter(past).filter(|c| !aside(c) && !having(c)).filter_map(|c| {
            let dated = c.dated.as_ref().filter(|d| when::is_day(&d.date))?;
            let perfect = c.tense == Some(VerbTense::PresentPerfect);
            let dated = dated.clone();
            Some((c, Story { dated, sentence: c.sentence, perfect, closed: c.court, dead, ..Story::default() }))
        })
    };
    // A day long before the publication is background where the lead tells news without one.
    let near = |story: &Story| {
        story.sentence == first.sentence || published.is_none_or(|p| when::is_near(p, &story.dated.date, STORY_DAYS))
    };
    // A saying is the story only where nothing else is, and then what was said is of some day before.
    let happening =
        || days().filter(|(c, _)| !c.sense.is(Sense::SAY) || c.sense.is(Sense::ACT)).map(|(_, story)| story);
    let told = || happening().next().or_else(|| days().next().map(|(_, story)| Story { said: true, ..story }));
    if let Some(story) = happening().find(near) {
        return Some(story);
    }
    if let Some((_, story)) = days().find(|(_, story)| near(story)) {
        let told_of =
            |c: &&Candidate| c.sentence == story.sentence && c.said && c.tense == Some(VerbTense::PastPerfect);
        let before = lead.clone().any(|c| told_of(&c));
        return Some(Story { said: true, before, ..story });
    }
    let Some(published) = published else { return told() };
    let plain = |c: &Candidate| c.dated.is_none() && past(&c) && c.is_plain_happening() && !c.elsewhen && !c.running;
    // `has made its first flight` is news of the day.
    // Not behind a lead in the present, which tells what goes on.
    let old = |c: &Candidate| {
        c.dated.as_ref().is_some_and(|d| !d.date.is_empty() && !when::is_near(published, &d.date, STORY_DAYS))
    };
    let opened = |c: &Candidate| c.sentence == first.sentence || old(first);
    let perfect = || lead.clone().find(|c| c.tense == Some(VerbTense::PresentPerfect) && plain(c) && opened(c));
    let Some(first) = Some(first).filter(|c| c.dated.is_none() && past(c) && c.is_plain_happening()).or_else(perfect)
    else {
        return told();
    };
    // `Leeds beat York. Yesterday's win was the first`, `won the race held on Sunday`: the day of the noun.
    let noun = |c: &&Candidate| c.tense.is_none_or(|tense| tense == VerbTense::None && c.sentence == first.sentence);
    let named =
        candidates.iter().take_while(|c| c.sentence < until).filter(noun).filter(|c| !having(c)).find_map(|c| {
            let dated = c.dated.as_ref().filter(|d| when::is_day(&d.date) && d.certainty != Certainty::Inferred)?;
            let before = when::compare(&dated.date, published) == Some(Ordering::Less);
            (before && when::is_near(published, &dated.date, 2)).then(|| from(dated, "the lead tells"))
        });
    let named = named.filter(|_| first.tense == Some(VerbTense::Past)).or_else(|| again.cloned());
    Some(Story {
        unnamed: named.is_none(),
        dated: named.unwrap_or_else(|| unnamed(published)),
        sentence: first.sentence,
        perfect: first.tense == Some(VerbTense::PresentPerfect),
        closed: first.court,
        dead,
        ..Story::default()
    })
}

/// `The mill was listed, and closed in December 2004`: words of time behind the second of two verbs of the lead may be of
/// both, so that the first has no other day.
fn has_day_of_second(candidates: &[Candidate], published: Option<&str>) -> bool {
    let Some(first) = candidates.iter().find(|c| c.tense.is_some()).filter(|c| c.dated.is_none()) else { return false };
    let told = |c: &Candidate| {
        let over = matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect)) && c.kind == first.kind;
        let own = c.dated.as_ref().filter(|d| d.certainty != Certainty::Inferred && !d.date.is_empty());
        over && own.is_some_and(|d| Some(d.date.as_str()) != published)
    };
    candidates.iter().filter(|c| c.sentence == first.sentence).any(told)
}

/// `The tanker has been released. … It was released on Friday`, `Leeds have beaten York. The match took place on
/// Saturday`: the day of the lead, which names none itself.
fn told_again(doc: &Document, candidates: &[Candidate], published: &str) -> Option<Dated> {
    let first = candidates.iter().find(|c| c.tense.is_some()).filter(|c| c.dated.is_none())?;
    let verb = stem(doc, first.main as usize);
    let names = |c: &Candidate| -> Vec<u64> {
        let capital = |at: &usize| is_capital(doc, *at as u32);
        c.tokens.range().take(FAR as usize).filter(capital).map(|at| doc.tokens[at].hash).collect()
    };
    let own = names(first);
    // The event itself, which the lead has told.
    let held = |c: &Candidate| {
        let main = c.main as usize;
        let place = matches!(doc.word(main), "took") && doc.tokens.len() > main + 1 && doc.word(main + 1) == "place";
        let of_it = doc.word(c.tokens.start as usize).eq_ignore_ascii_case("the")
            && (c.tokens.start + 1..c.main).any(|at| sense_at(doc, at).is(Sense::EVENT))
            && !matches!(doc.word(c.tokens.start as usize + 1), "first" | "second" | "last" | "next" | "previous");
        let told = place || matches!(doc.word(main), "held" | "happened" | "occurred");
        // `condemned the attack`, which took place before.
        let told = told && !is_of(doc, first.main, Group::Reaction);
        c.sentence <= first.sentence + 2 && told && of_it && first.is_plain_happening() && !first.running
    };
    let same = |c: &&Candidate| {
        matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect))
            && c.sentence > first.sentence
            // `Her family said she died on Sunday`
            && (matches!(c.kind, ClauseKind::Main | ClauseKind::Coordinated)
                || c.kind == ClauseKind::Content && first.dead.is_some())
            && !c.quoted
            && (!c.sense.is(Sense::SAY) || c.sense.is(Sense::ACT))
            && (held(c)
                || stem(doc, c.main as usize) == verb
                    && (["he", "she", "it", "they"].iter().any(|word| word_hash(word) == c.subject_word)
                        || names(c).iter().any(|name| own.contains(name))))
    };
    let day = |c: &Candidate| {
        let dated = c.dated.as_ref().filter(|d| when::is_day(&d.date) && d.certainty != Certainty::Inferred)?;
        let before = when::compare(&dated.date, published) == Some(Ordering::Less);
        (before && when::is_near(published, &dated.date, 3)).then(|| from(dated, "the same is told further on"))
    };
    candidates.iter().filter(same).find_map(day)
}

/// The days of a lead of which only what it followed has one: up to the publication.
fn since(day: &Dated, published: Option<&str>) -> Option<Dated> {
    let until = published.filter(|p| when::compare(&day.date, p) == Some(Ordering::Less))?;
    let because = format!(
        "after what happened on {}; the article was published on {}",
        when::words(&day.date),
        when::words(until)
    );
    Some(Dated { date: format!("{}/{until}", day.date), certainty: Certainty::Inferred, because })
}

/// The day of a lead that names none.
fn unnamed(published: &str) -> Dated {
    Dated {
        date: published.to_string(),
        certainty: Certainty::Inferred,
        because: format!("the lead names no day of its own; the article was published on {}", when::words(published)),
    }
}
