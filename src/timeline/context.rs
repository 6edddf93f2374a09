//! Dates of the story for clauses without words of time: always inferred, and only where the tense allows it.

use super::candidates::Candidate;
use super::lexicon::Sense;
use super::{Dated, lives, quoted, when};
use crate::analysis::Certainty;
use crate::grammar::{ClauseKind, VerbTense};
use std::cmp::Ordering;

/// How many sentences from the first that tells something the article's main date is looked for.
const LEAD: u32 = 3;

/// How many days before the publication the story may lie and still be what the article is about from end to end.
const NEWS_DAYS: u32 = 8;

/// How many days from the story's date another date may lie and still belong to it.
const STORY_DAYS: u32 = 21;

/// Dates the candidates that have no words of time, where the story around them allows it.
pub(super) fn date(candidates: &mut [Candidate], published: Option<&str>) {
    let story = story(candidates, published);
    if let (Some(story), Some(first)) = (&story, candidates.iter_mut().find(|c| c.tense.is_some()))
        && first.dated.is_none()
        && first.sentence == story.sentence
        && first.under.is_none()
        && inherits(first, story, published)
    {
        first.dated = Some(story.dated.clone());
    }
    // `has arrived in Leeds`: news of the day it appears, whatever days are told further on; but where the story is of the
    // day before, nobody knows.
    let near = |p: &str| story.as_ref().is_some_and(|s| s.dated.date != p && when::is_near(p, &s.dated.date, 2));
    if let Some(published) = published.filter(|p| when::is_day(p) && !near(p))
        && let Some(first) = candidates.iter_mut().find(|c| c.tense.is_some())
        && first.dated.is_none()
        && first.under.is_none()
        && first.tense == Some(VerbTense::PresentPerfect)
        && first.kind == ClauseKind::Main
        && !first.elsewhen
        && !first.said
        && is_plain_happening(first)
    {
        first.dated = Some(unnamed(published));
    }
    // What the paragraph told last, and whether it has gone back to old times.
    let mut block = u32::MAX;
    let mut local: Option<Dated> = None;
    let mut background = false;
    let mut carried = false;
    // The paragraph has gone back in time without saying when: `The firm had bought it. It paid nine million.`
    let mut flashback = false;
    // The day told last, in whatever paragraph.
    let mut latest: Option<Dated> = None;
    // The last day told in the paragraph outside quotations, sayings included.
    let mut spoke: Option<Dated> = None;
    let mut toll = Toll::default();
    // Nobody is quoted on what a paragraph tells of old times.
    let recent = |d: &Dated| published.is_none_or(|p| when::is_near(p, &d.date, NEWS_DAYS));
    for at in 0..candidates.len() {
        if candidates[at].block != block {
            spoke = None;
        }
        if candidates[at].quoted && candidates[at].spoken.is_some() && candidates[at].dated.is_some() {
            let speech = quoted::saying(candidates, at).or_else(|| spoke.clone().filter(recent));
            quoted::date(&mut candidates[at], speech.as_ref(), story.as_ref().map(|s| &s.dated), published);
            if candidates[at].dated.is_none() {
                continue;
            }
        } else if !candidates[at].quoted && candidates[at].tense.is_some_and(|t| t == VerbTense::Past) {
            spoke = candidates[at].dated.clone().filter(|d| when::is_day(&d.date)).or(spoke);
        }
        let (before, rest) = candidates.split_at_mut(at);
        let this = &mut rest[0];
        if let Some(dated) = toll.of(this, published) {
            this.dated = Some(dated);
            continue;
        }
        toll.note(this);
        if this.block != block {
            block = this.block;
            // A paragraph that ended in old times is often followed by more of them.
            background = carried;
            flashback = false;
            local = None;
        }
        if let Some(dated) = &this.dated {
            let tells = this.tense.is_some()
                && !this.sense.is(Sense::SAY.with(Sense::STATE))
                && this.kind != ClauseKind::Relative
                && !this.quoted;
            let far = story.as_ref().is_some_and(|s| !when::is_near(&s.dated.date, &dated.date, STORY_DAYS));
            // Whoever was born then did the rest later.
            let tensed = this.tense.is_some_and(|t| t != VerbTense::None) && !this.sense.is(Sense::ORIGIN);
            // `said he had sold the mules on 11 August`: what follows goes on with the story, not from there.
            let back = this.tense == Some(VerbTense::PastPerfect) && this.said && story.is_some() && !far;
            if tells && tensed && !back && when::is_day(&dated.date) {
                local = Some(dated.clone());
                latest = local.clone();
            }
            if !dated.date.is_empty() && tells {
                background = far;
                flashback = false;
                if this.kind == ClauseKind::Main {
                    carried = far;
                }
            }
            continue;
        }
        let with = this.with.map(|with| &before[with]).filter(|with| with.quoted == this.quoted);
        let joined = with.and_then(|with| with.dated.clone()).filter(|d| !d.date.is_empty());
        let ahead = |d: &Dated| published.and_then(|p| when::compare(&d.date, p)) == Some(Ordering::Greater);
        if let Some(joined) = joined
            && may_share(this)
            && (this.tense == Some(VerbTense::Future) || !ahead(&joined))
        {
            this.dated = Some(from(&joined, "the clause it is joined with tells"));
            continue;
        }
        if this.earlier
            && let Some(latest) = latest.as_ref().filter(|l| published == Some(l.date.as_str()))
            && is_plain_happening(this)
        {
            // In the news of today `earlier` is earlier today.
            let because = format!("earlier on {}, the day told of before it", when::words(&latest.date));
            this.dated = Some(Dated { date: latest.date.clone(), certainty: Certainty::Inferred, because });
            continue;
        }
        if let Some(under) = &this.under {
            let today = published == Some(under.date.as_str());
            flashback |= leaves_story(this);
            if !flashback && !this.aside && is_of_day(this, today) {
                let told = local.as_ref().filter(|l| !ahead(l));
                this.dated = Some(told.map_or_else(|| under.clone(), |l| from(l, "the sentences before it tell")));
            }
            continue;
        }
        let Some(story) = &story else {
            let today = published.filter(|p| when::is_day(p) && local.is_none() && this.hour && !background);
            if let Some(today) = today
                && this.tense == Some(VerbTense::Past)
                && is_plain_happening(this)
                && !this.elsewhen
            {
                // `closed at 5pm`: an hour without a day is of the day of publication.
                this.dated = Some(Dated {
                    date: today.to_string(),
                    certainty: Certainty::Inferred,
                    because: format!("it names the hour alone; the article was published on {}", when::words(today)),
                });
            } else if let Some(local) = local.as_ref().filter(|l| !ahead(l))
                && this.tense == Some(VerbTense::Past)
                && is_plain_happening(this)
                && !this.elsewhen
            {
                this.dated = Some(from(local, "the sentences before it tell"));
            }
            continue;
        };
        // `In November the office reported that …`: what was reported then is not of the story's day.
        let reported = this.saying.and_then(|saying| before.get(saying)?.dated.as_ref());
        let far = reported.is_some_and(|d| !when::is_near(&story.dated.date, &d.date, STORY_DAYS));
        let unclear = story.said && this.said || local.is_none() && is_old(story, published);
        let lead = this.sentence == story.sentence;
        let life = story.dead.is_some_and(|dead| lives::is_of_life(this, dead));
        if !lead && (leaves_story(this) || life && leaves_story_for_life(this)) {
            flashback = true;
            continue;
        }
        let aside = !lead && (this.aside || story.closed && !this.court);
        if background && !lead || flashback || aside || far || unclear || !inherits(this, story, published) {
            continue;
        }
        if this.kind == ClauseKind::Main {
            // The paragraph after it goes on with the story.
            carried = false;
            background = false;
        }
        // What has happened is of no day to come.
        let over = |d: &&Dated| !ahead(d);
        let local = local.as_ref().filter(over);
        let dated = match local {
            Some(local) if !this.said || when::is_near(&story.dated.date, &local.date, STORY_DAYS) => {
                from(local, "the sentences before it tell")
            }
            _ if over(&&story.dated) => from(&story.dated, "the story around it tells"),
            _ => continue,
        };
        this.dated = Some(dated);
    }
}

/// The disaster told last, whose dead the next sentence counts: `…, which crashed on 25 January. All ninety were killed.`
#[derive(Default)]
struct Toll(Option<(Dated, u32, u32, bool)>);

impl Toll {
    /// Keeps the day of a disaster; in one sentence that of its main clause.
    fn note(&mut self, c: &Candidate) {
        let Some(dated) = c.dated.as_ref().filter(|d| when::is_day(&d.date)) else { return };
        let main = c.kind == ClauseKind::Main && c.tense.is_some();
        let kept = self.0.as_ref().is_some_and(|last| last.1 == c.sentence && last.3);
        let ahead = matches!(c.tense, Some(VerbTense::Future | VerbTense::Modal));
        if c.sense.is(Sense::DISASTER) && !c.quoted && !kept && !ahead {
            self.0 = Some((dated.clone(), c.sentence, c.block, main));
        }
    }

    /// The day of a clause that tells what the disaster did.
    fn of(&self, c: &Candidate, published: Option<&str>) -> Option<Dated> {
        let (dated, sentence, block, _) = self.0.as_ref()?;
        let next = c.dated.is_none() && c.sentence == sentence + 1 && c.block == *block && c.kind == ClauseKind::Main;
        let told = c.tense == Some(VerbTense::Past) && c.sense.is(Sense::TOLL) && is_plain_happening(c) && !c.elsewhen;
        let over = published.and_then(|p| when::compare(&dated.date, p)) != Some(Ordering::Greater);
        (next && told && over).then(|| from(dated, "the sentence before it tells"))
    }
}

/// The day the article is about.
struct Story {
    dated: Dated,
    /// The sentence that says it.
    sentence: u32,
    /// It is told as news of the day: `has been shut`.
    perfect: bool,
    /// All the lead dates is a saying.
    said: bool,
    /// A judgment: what else is told of it without a date was before.
    closed: bool,
    /// The one whose death it tells: what else is told of them without a date was before.
    dead: Option<u64>,
}

/// The first day the lead tells of, or without one the day of publication.
fn story(candidates: &[Candidate], published: Option<&str>) -> Option<Story> {
    let first = candidates.iter().find(|c| c.tense.is_some())?;
    let until = first.sentence.saturating_add(LEAD);
    let lead = candidates.iter().take_while(|c| c.sentence < until).filter(|c| c.tense.is_some());
    let dead = lead.clone().find_map(|c| c.dead);
    let past =
        |c: &&Candidate| matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::PastPerfect));
    // `A silence has been marked for those who died on Thursday`: not the day of the silence.
    let aside = |c: &&Candidate| {
        c.kind == ClauseKind::Relative
            && c.sentence == first.sentence
            && first.dated.is_none()
            && past(&first)
            && first.kind == ClauseKind::Main
            && is_plain_happening(first)
    };
    let days = || {
        lead.clone().filter(past).filter(|c| !aside(c)).filter_map(|c| {
            let dated = c.dated.as_ref().filter(|d| when::is_day(&d.date))?;
            let perfect = c.tense == Some(VerbTense::PresentPerfect);
            let (closed, dead) = (c.court, dead);
            Some((c, Story { dated: dated.clone(), sentence: c.sentence, perfect, said: false, closed, dead }))
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
        return Some(Story { said: true, ..story });
    }
    let Some(published) = published else { return told() };
    let plain = |c: &Candidate| c.dated.is_none() && past(&c) && is_plain_happening(c) && !c.elsewhen;
    // `has made its first flight` is news of the day.
    // Not behind a lead in the present, which tells what goes on.
    let old = |c: &Candidate| {
        c.dated.as_ref().is_some_and(|d| !d.date.is_empty() && !when::is_near(published, &d.date, STORY_DAYS))
    };
    let opened = |c: &Candidate| c.sentence == first.sentence || old(first);
    let perfect = || lead.clone().find(|c| c.tense == Some(VerbTense::PresentPerfect) && plain(c) && opened(c));
    let Some(first) = Some(first).filter(|c| c.dated.is_none() && past(c) && is_plain_happening(c)).or_else(perfect)
    else {
        return told();
    };
    // `Leeds beat York. Yesterday's win was the first`: the day of the noun.
    let named = candidates.iter().take_while(|c| c.sentence < until).filter(|c| c.tense.is_none()).find_map(|c| {
        let dated = c.dated.as_ref().filter(|d| when::is_day(&d.date) && d.certainty != Certainty::Inferred)?;
        let before = when::compare(&dated.date, published) == Some(Ordering::Less);
        (before && when::is_near(published, &dated.date, 2)).then(|| from(dated, "the lead tells"))
    });
    let named = named.filter(|_| first.tense == Some(VerbTense::Past));
    Some(Story {
        dated: named.unwrap_or_else(|| unnamed(published)),
        sentence: first.sentence,
        perfect: first.tense == Some(VerbTense::PresentPerfect),
        said: false,
        closed: first.court,
        dead,
    })
}

/// The day of a lead that names none.
fn unnamed(published: &str) -> Dated {
    Dated {
        date: published.to_string(),
        certainty: Certainty::Inferred,
        because: format!("the lead names no day; the article was published on {}", when::words(published)),
    }
}

/// True when the article is not the news of its story: paragraphs without a date may tell of any later day.
fn is_old(story: &Story, published: Option<&str>) -> bool {
    published.is_some_and(|p| !when::is_near(p, &story.dated.date, NEWS_DAYS))
}

/// True for a plain telling of something that happened.
fn is_plain_happening(c: &Candidate) -> bool {
    let telling = !c.sense.is(Sense::SAY) || c.sense.is(Sense::ACT);
    telling
        && !c.sense.is(Sense::STATE.with(Sense::FALSE).with(Sense::ORIGIN))
        && (!c.sense.is(Sense::ONSET) || c.hour)
        && !c.quoted
        && !c.personal
        && c.kind != ClauseKind::Relative
}

/// True when a clause without words of time may be told of the day of the story.
fn inherits(c: &Candidate, story: &Story, published: Option<&str>) -> bool {
    // `has been shut` is of today only in the news of the day: words say the day, or the lead has this tense.
    let today = story.perfect || story.dated.certainty != Certainty::Inferred;
    let fresh = today && published.is_some_and(|p| p == story.dated.date);
    is_of_day(c, fresh)
}

/// True when a clause without words of time may be of the day it is told under; `today`: that of the publication.
fn is_of_day(c: &Candidate, today: bool) -> bool {
    let tense = match c.tense {
        Some(VerbTense::Past) => true,
        // `By noon nine roads had been closed`
        Some(VerbTense::PastPerfect) => c.hour,
        Some(VerbTense::PresentPerfect) => today && !c.said,
        _ => false,
    };
    tense && !c.elsewhen && c.kind != ClauseKind::Subordinate && is_plain_happening(c)
}

/// True for a clause that goes back in time without words that say to when: `had bought`, `once made`, `under his
/// predecessor`, a step in a life.
fn leaves_story(c: &Candidate) -> bool {
    let told = c.kind == ClauseKind::Main && !c.quoted && !c.said && !c.hour && !c.sense.is(Sense::SAY);
    let back = match c.tense {
        Some(VerbTense::PastPerfect) => true,
        Some(VerbTense::Past) => c.elsewhen && !c.earlier && !c.sense.is(Sense::STATE) || c.aside,
        _ => false,
    };
    told && back
}

/// True for a clause that goes back to the life of the one whose death is the story.
fn leaves_story_for_life(c: &Candidate) -> bool {
    c.tense == Some(VerbTense::Past) && !c.hour && !c.quoted
}

/// True when a clause may share the date of the one it is joined with.
fn may_share(c: &Candidate) -> bool {
    let tense = matches!(c.tense, Some(VerbTense::Past | VerbTense::PresentPerfect | VerbTense::Future));
    let habit = c.elsewhen && c.kind == ClauseKind::Main;
    tense && !habit && !c.sense.is(Sense::STATE) && (!c.sense.is(Sense::SAY) || c.sense.is(Sense::ACT))
}

fn from(dated: &Dated, place: &str) -> Dated {
    Dated {
        date: dated.date.clone(),
        certainty: Certainty::Inferred,
        because: format!("no words of time of its own; {place} of {}", when::words(&dated.date)),
    }
}
