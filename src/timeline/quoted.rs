//! `today` inside a quotation: the day of the speech, not of the article.

use super::attach::Hold;
use super::candidates::{Candidate, MANY, Reader};
use super::lexicon::Sense;
use super::{Dated, when};
use crate::analysis::Certainty;
use crate::time::reading;
use crate::time::{Timex, calendar::Date};

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
        let days = self.days_from_speech(first).filter(|_| more.is_none())?;
        Some(Spoken { at: first.tokens.start, days })
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
    } else if story.filter(of_day).is_some_and(|story| story.date != published) {
        this.dated = None;
    }
}

/// Gives the words of time inside quotations the days that their clauses were given: what is marked in the text and what
/// stands on the timeline are then the same.
pub(super) fn tell(candidates: &[Candidate], timexes: &mut [Timex]) {
    for c in candidates {
        let (Some(spoken), Some(dated)) = (&c.spoken, &c.dated) else { continue };
        let Ok(at) = timexes.binary_search_by_key(&spoken.at, |t| t.tokens.start) else { continue };
        let timex = &mut timexes[at];
        if when::is_day(&dated.date) && timex.value.get(..10).is_some_and(|day| day != dated.date) {
            timex.value.replace_range(..10, &dated.date);
            timex.date = Some(dated.date.clone());
            (timex.certainty, timex.because) = (dated.certainty, dated.because.clone());
        }
    }
}

/// The day of the saying in the sentence of `at`.
pub(super) fn saying(candidates: &[Candidate], at: usize) -> Option<Dated> {
    let sentence = candidates[at].sentence;
    let same = |c: &&Candidate| c.sentence == sentence;
    let before = candidates[..at].iter().rev().take(MANY).take_while(same);
    let behind = candidates[at + 1..].iter().take(MANY).take_while(same);
    let says = |c: &&Candidate| !c.quoted && c.sense.is(Sense::SAY) && c.dated.is_some();
    before.chain(behind).find(says).and_then(|c| c.dated.clone())
}
