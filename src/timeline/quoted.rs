//! `today` inside a quotation: the day of the speech, not of the article.

use super::attach::Hold;
use super::candidates::{Candidate, MANY, Reader};
use super::lexicon::{Sense, sense_at};
use super::{Dated, when};
use crate::analysis::Certainty;
use crate::document::Document;
use crate::grammar::{ClauseKind, VerbTense};
use crate::lists::List;
use crate::time::reading;
use crate::time::{Timex, calendar::Date};
use std::cmp::Ordering;

/// Whether the place is inside quotation marks; they may span sentences of one block.
#[derive(Debug, Default)]
pub(super) struct Quote {
    pub(super) block: u32,
    pub(super) open: bool,
}

/// `today`, `yesterday` or `tomorrow` inside a quotation.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spoken {
    /// The token where the words begin.
    at: u32,
    /// How many days from the day of the speech.
    days: i32,
}

impl Reader<'_> {
    /// The words of time of a quoted clause that are those of the one who speaks.
    pub(super) fn spoken(&self, clause: usize, held: &[Hold]) -> Option<Spoken> {
        let mine = |hold: &Hold| matches!(hold, Hold::Clause(c) if self.unit_of(*c) == clause);
        let start = self.parse.clauses[clause].tokens.start;
        let first = self.timexes.partition_point(|t| t.tokens.end <= start);
        let own = self.timexes[first..]
            .iter()
            .zip(&held[first..])
            .take(MANY)
            .filter(|(_, hold)| mine(hold))
            .map(|(timex, _)| timex);
        let mut own = own.filter(|timex| self.is_quoted(timex.tokens.start));
        let (first, more) = (own.next()?, own.next());
        let days = self.days_from_speech(first)?;
        // `“Today is different. I got it today”`: one day, said twice.
        let same = more.is_none_or(|more| self.days_from_speech(more) == Some(days));
        same.then_some(Spoken { at: first.tokens.start, days })
    }

    /// All words of time of the sentence that are those of someone quoted.
    pub(super) fn all_spoken(&self, out: &mut Vec<Spoken>) {
        let quoted = self.timexes.iter().filter(|timex| self.is_quoted(timex.tokens.start));
        out.extend(quoted.filter_map(|timex| self.spoken_in(timex)));
    }

    /// The same for words of time that a quoted noun has: `“the blast this morning”`.
    pub(super) fn spoken_in(&self, timex: &Timex) -> Option<Spoken> {
        self.days_from_speech(timex).map(|days| Spoken { at: timex.tokens.start, days })
    }

    fn days_from_speech(&self, timex: &Timex) -> Option<i32> {
        match self.doc.words(timex.tokens).to_lowercase().as_str() {
            "today" | "tonight" | "this morning" | "this afternoon" | "this evening" => Some(0),
            "yesterday" | "last night" => Some(-1),
            "tomorrow" => Some(1),
            _ => None,
        }
    }
}

/// Gives what was said its day, where it is not the publication's, or takes the day away where the speech has none.
/// `speech`: a day that a saying beside it or the paragraph before it tells; `story`: the day of the story.
pub(super) fn date(this: &mut Candidate, speech: Option<&Dated>, story: Option<&Dated>, published: Option<&str>) {
    let (Some(Spoken { days, .. }), Some(published)) = (this.spoken, published) else { return };
    let of_day = |d: &&Dated| when::is_day(&d.date);
    if let Some(speech) = speech.filter(of_day) {
        if speech.date == published {
            return;
        }
        let day = reading::read(&speech.date).and_then(|s| Date::from_number(s.first)?.plus_days(days));
        this.dated = day.map(|day| Dated {
            date: day.to_string(),
            certainty: Certainty::Inferred,
            because: format!("said on {}, from which the speaker counts", when::words(&speech.date)),
        });
    } else if speech.is_some_and(|speech| is_past(speech, published))
        || story.filter(of_day).is_some_and(|story| story.date != published)
    {
        this.dated = None;
    }
}

/// `said in 2006, “It is shut today”`: on a day that nobody knows, and not that of the article.
fn is_past(speech: &Dated, published: &str) -> bool {
    !when::is_day(&speech.date) && when::compare(&speech.date, published) == Some(Ordering::Less)
}

/// The day that a paragraph tells last outside quotations, sayings included: what is quoted there was said then.
#[derive(Default)]
pub(super) struct Speech {
    block: u32,
    day: Option<Dated>,
}

impl Speech {
    /// Takes in a clause, and says what day the paragraph has told before it.
    pub(super) fn before(&mut self, doc: &Document, block: u32) -> Option<&Dated> {
        if self.block != block {
            self.day = self.day.take().filter(|_| block == self.block + 1 && goes_on(doc, block));
            self.block = block;
        }
        self.day.as_ref()
    }

    pub(super) fn note(&mut self, c: &Candidate) {
        if !c.quoted && c.tense == Some(VerbTense::Past) {
            self.day = c.dated.clone().filter(|d| when::is_day(&d.date)).or(self.day.take());
        }
    }
}

/// `in the same post`, `she went on to say`: a paragraph that goes on with what was said in the one before it.
fn goes_on(doc: &Document, block: u32) -> bool {
    static SPEECHES: List = List::new(
        "address blog briefing broadcast conference email e-mail interview letter message news post press \
         speech statement tweet video",
    );
    let first = doc.sentences.partition_point(|s| s.block < block);
    let sentences = doc.sentences[first..].iter().take(2).take_while(|s| s.block == block);
    sentences.flat_map(|s| s.tokens.range().skip(1)).any(|at| {
        let told = doc.is(at, &["added", "concluded", "continued", "went"]);
        doc.is(at - 1, &["same"]) && SPEECHES.hold(doc.tokens[at].hash)
            || told && doc.is(at - 1, &["he", "she", "they"]) && (doc.word(at) != "went" || doc.is(at + 1, &["on"]))
    })
}

/// Gives the words of time inside quotations the day of the speech, as their clauses were given it: what is marked in the
/// text and what stands on the timeline are then the same. `story`: the day of the story.
pub(super) fn tell(
    doc: &Document,
    candidates: &[Candidate],
    spoken: &[Spoken],
    timexes: &mut [Timex],
    story: Option<&Dated>,
    published: Option<&str>,
) {
    let Some(published) = published.and_then(Date::parse) else { return };
    let day_of = |dated: &Dated| reading::read(&dated.date).and_then(|s| Date::from_number(s.first));
    let recent = |d: &Dated| when::is_near(&published.to_string(), &d.date, super::context::NEWS_DAYS);
    let mut speech = Speech::default();
    let mut next = 0;
    for said in spoken {
        let Ok(at) = timexes.binary_search_by_key(&said.at, |t| t.tokens.start) else { continue };
        let sentence = timexes[at].sentence;
        let block = doc.sentences[sentence as usize].block;
        while let Some(c) = candidates.get(next).filter(|c| c.sentence < sentence || c.main < said.at) {
            speech.before(doc, c.block);
            // What was lent the day of the story says nothing of when somebody spoke.
            if c.dated.as_ref().is_some_and(|d| d.certainty != Certainty::Inferred) {
                speech.note(c);
            }
            next += 1;
        }
        let told = saying_in(doc, candidates, next, sentence);
        if told.as_ref().is_some_and(|told| is_past(told, &published.to_string())) {
            let timex = &mut timexes[at];
            timex.value = match said.days {
                0 => "PRESENT_REF",
                1.. => "FUTURE_REF",
                _ => "PAST_REF",
            }
            .to_string();
            timex.certainty = Certainty::Inferred;
            timex.because =
                format!("said in {}, from which the speaker counts", when::words(&told.unwrap_or_default().date));
            timex.date = None;
            continue;
        }
        let told = told.filter(|d| when::is_day(&d.date));
        let told = told.or_else(|| speech.before(doc, block).filter(|d| recent(d)).cloned());
        // `“Tonight we have won,” she said` of the night before the paper came out.
        let night = || {
            let eve = story.filter(|s| published.plus_days(-1).is_some_and(|eve| eve.to_string() == s.date));
            let block = doc.sentences[sentence as usize].block;
            let same = |t: &&Timex| doc.sentences[t.sentence as usize].block == block;
            let here = timexes[..at].iter().rev().take_while(same).chain(timexes[at..].iter().take_while(same));
            let tonight = |t: &Timex| doc.words(t.tokens).eq_ignore_ascii_case("tonight");
            let quoted = |t: &Timex| spoken.binary_search_by_key(&t.tokens.start, |s| s.at).is_ok();
            eve.filter(|_| here.take(MANY).any(|t| tonight(t) && quoted(t))).cloned()
        };
        let Some(told) = told.or_else(night) else { continue };
        let timex = &mut timexes[at];
        let Some(day) = day_of(&told).and_then(|day| day.plus_days(said.days)).map(|day| day.to_string()) else {
            continue;
        };
        if timex.value.get(..10).is_some_and(|known| known.len() == day.len() && known != day) {
            timex.value.replace_range(..10, &day);
            timex.certainty = Certainty::Inferred;
            timex.because = format!("said on {}, from which the speaker counts", when::words(&told.date));
            timex.date = Some(day);
        }
    }
}

/// The day of the saying in the sentence of the candidate `at`.
pub(super) fn saying(doc: &Document, candidates: &[Candidate], at: usize) -> Option<Dated> {
    saying_in(doc, candidates, at, candidates[at].sentence)
}

/// The day of the saying nearest to the candidate `at` in a sentence.
fn saying_in(doc: &Document, candidates: &[Candidate], at: usize, sentence: u32) -> Option<Dated> {
    let same = |c: &&Candidate| c.sentence == sentence;
    let before = candidates[..at].iter().rev().take(MANY).take_while(same);
    let behind = candidates[at..].iter().take(MANY).take_while(same);
    let says = |c: &&Candidate| !c.quoted && c.sense.is(Sense::SAY) && c.dated.is_some();
    let told = before.chain(behind.clone()).find(says).and_then(|c| c.dated.clone());
    // `“…,” said Ann Lee as she opened the school six weeks ago`
    let mark = |at: &usize| matches!(doc.word(*at), "“" | "”" | "\"");
    let as_she = |c: &&Candidate| {
        let opener = (c.tokens.start as usize).checked_sub(1).filter(|&at| doc.is(at, &["as", "when", "while"]));
        let joined = c.kind == ClauseKind::Subordinate && !c.quoted && c.dated.is_some();
        let said = |opener: usize| {
            let mut before = (opener.saturating_sub(12)..opener).rev().take_while(|at| !mark(at));
            before.any(|at| sense_at(doc, at as u32).is(Sense::SAY))
        };
        joined && opener.is_some_and(said)
    };
    told.or_else(|| behind.clone().find(as_she).and_then(|c| c.dated.clone()))
}
