//! Dates of the story for clauses without words of time: always inferred, and only where the tense allows it.

use super::candidates::{Candidate, FAR, MANY};
use super::lead::Story;
use super::lexicon::{Group, Sense, is_of};
use super::merge::stem;
use super::quoted::Speech;
use super::{Dated, lead, lexicon, lives, mentions, quoted, when};
use crate::analysis::Certainty;
use crate::document::Document;
use crate::grammar::{ClauseKind, VerbTense};
use std::cmp::Ordering;

/// How many sentences behind a lead that names no day are told of the day that it was taken to be.
pub(super) const BEHIND: u32 = 2;

/// How many days before the publication the story may lie and still be what the article is about from end to end.
pub(super) const NEWS_DAYS: u32 = 8;

/// How many days from the story's date another date may lie and still belong to it.
pub(super) const STORY_DAYS: u32 = 21;

/// How many days behind what was told something is said of it that goes on with its day.
const SAID_DAYS: u32 = 3;

/// How many days lie between two events of one course, at the most.
const COURSE_DAYS: u32 = 400;

/// Dates the candidates that have no words of time, where the story around them allows it. The day of the story.
pub(super) fn date(doc: &Document, candidates: &mut [Candidate], published: Option<&str>) -> Option<Dated> {
    let story = lead::date(doc, candidates, published);
    // What the paragraph told last, and whether it has gone back to old times.
    let mut block = u32::MAX;
    let mut local: Option<Dated> = None;
    let mut background = false;
    let mut carried = false;
    // The paragraph has gone back in time without saying when: `The firm had bought it. It paid nine million.`
    let mut flashback = false;
    // A month, year or week that it told since, which lies behind that day, and in which sentence.
    let mut coarse: Option<(Dated, u32)> = None;
    // The paragraph tells of another time than the story's: what it goes on with is of that, but for what is said there.
    let mut elsewhere = false;
    // The day told last, in whatever paragraph.
    let mut latest: Option<Dated> = None;
    let mut spoke = Speech::default();
    let mut toll = Toll::default();
    // Nobody is quoted on what a paragraph tells of old times.
    let recent = |d: &Dated| published.is_none_or(|p| when::is_near(p, &d.date, NEWS_DAYS));
    for at in 0..candidates.len() {
        let told = spoke.before(doc, candidates[at].block);
        if candidates[at].quoted && candidates[at].spoken.is_some() && candidates[at].dated.is_some() {
            let speech = quoted::saying(doc, candidates, at).or_else(|| told.filter(|d| recent(d)).cloned());
            quoted::date(&mut candidates[at], speech.as_ref(), story.as_ref().map(|s| &s.dated), published);
            if candidates[at].dated.is_none() {
                continue;
            }
        } else {
            spoke.note(&candidates[at]);
        }
        // `The minister, who went there on Thursday, ordered an inquiry`: hardly before, whatever day the story is of.
        let undated = candidates[at].dated.is_none();
        let goes_on = undated && goes_on_from(&candidates[at..], local.as_ref(), story.as_ref());
        // `The firm bought its rival. It had paid nine million for it on Friday.`
        let led_back =
            undated && !candidates[at].hour && leads_back(doc, &candidates[at..], local.as_ref(), story.as_ref());
        let (before, rest) = candidates.split_at_mut(at);
        let Some((this, after)) = rest.split_first_mut() else { continue };
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
            coarse = None;
            elsewhere = false;
        }
        if let Some(dated) = &this.dated {
            // `He was questioned on 12 May. The firm said on Tuesday that it knew nothing. Its shares fell.`: on no day before
            // that of the saying.
            let later = |l: &Dated| {
                let before = when::compare(&l.date, &dated.date) == Some(Ordering::Less);
                before && !when::is_near(&l.date, &dated.date, SAID_DAYS)
            };
            let said = this.sense.is(Sense::SAY) && this.tense == Some(VerbTense::Past) && !this.quoted && !this.said;
            if said && dated.certainty != Certainty::Inferred && when::is_day(&dated.date) {
                local = local.filter(|l| !later(l));
            }
            elsewhere |= this.kind == ClauseKind::Main
                && this.has_happened()
                && dated.certainty != Certainty::Inferred
                && !this.quoted
                && story.as_ref().is_some_and(|s| s.dated.date != dated.date);
            let tells = this.tense.is_some()
                && !this.sense.is(Sense::SAY.with(Sense::STATE))
                && this.kind != ClauseKind::Relative
                // `began on Saturday, a day after he named her`
                && !(this.kind == ClauseKind::Subordinate && dated.certainty == Certainty::Inferred)
                && !this.quoted;
            let far = story.as_ref().is_some_and(|s| !when::is_near(&s.dated.date, &dated.date, STORY_DAYS));
            // `Berg, in his first race since he broke a leg in May, won`
            let mut around = before.iter().rev().take(MANY).take_while(|c| c.sentence == this.sentence);
            let inside = this.is_bound(doc) && around.any(|c| c.kind == ClauseKind::Main && c.main > this.main);
            if inside || tells && !far && when::is_day(&dated.date) && this.is_bound(doc) {
                continue;
            }
            // Whoever was born then did the rest later.
            let tensed = this.tense.is_some_and(|t| t != VerbTense::None) && !this.sense.is(Sense::ORIGIN);
            // `said he had sold the mules on 11 August`: what follows goes on with the story, not from there.
            let back = this.tense == Some(VerbTense::PastPerfect) && this.said && story.is_some() && !far;
            // `the first win since the race began on Sunday`: told of what came since.
            let back = back || this.is_bound(doc);
            if tells && tensed && !back && when::is_day(&dated.date) {
                latest = Some(dated.clone());
                coarse = None;
                // A day to come is not that of what has happened; without a publication date only the verb tells.
                let to_come = matches!(this.tense, Some(VerbTense::Future | VerbTense::Modal)) && published.is_none();
                // `The jet had left on 27 September. The opposition demanded answers.`: not then, nor is it known when.
                let before = this.tense == Some(VerbTense::PastPerfect) && story.is_some();
                local = latest.clone().filter(|_| !to_come && !before);
            } else if tells && tensed && !back && !dated.date.is_empty() {
                // Which day of those that were told last, nobody knows; nor is it that told before them.
                let later = local.as_ref().and_then(|l| when::compare(&dated.date, &l.date));
                // Not `will meet in June`.
                let told = matches!(this.tense, Some(VerbTense::Past | VerbTense::PastPerfect));
                let later = later.filter(|_| told);
                if later == Some(Ordering::Greater) {
                    coarse = Some((dated.clone(), this.sentence));
                }
                if later == Some(Ordering::Greater) || dated.date.contains('/') {
                    local = None;
                }
            }
            if !dated.date.is_empty() && tells {
                background = far;
                flashback = false;
                if this.kind == ClauseKind::Main {
                    carried = far;
                }
            } else if tells && tensed && published.is_some() && this.has_happened() {
                // `Three years later the mill closed. Thieves took the safe.`: of a day that nobody knows.
                local = None;
                flashback = true;
            }
            continue;
        }
        // `A search that had been arranged for Friday was cancelled`: on some day before that.
        this.elsewhen |= this.has_happened() && is_dropped(doc, this);
        let with = this.with.map(|with| &before[with]).filter(|with| with.quoted == this.quoted);
        let joined = with.and_then(|with| with.dated.clone()).filter(|d| !d.date.is_empty());
        let ahead = |d: &Dated| published.and_then(|p| when::compare(&d.date, p)) == Some(Ordering::Greater);
        if let Some((with, joined)) = with.zip(joined.as_ref())
            && this.is_end_of(doc, with, &joined.date)
        {
            continue;
        }
        // `was held on Monday and has been charged`: some day since.
        let since = this.tense == Some(VerbTense::PresentPerfect)
            && with.is_some_and(|with| with.tense == Some(VerbTense::Past))
            && joined.as_ref().is_some_and(|d| published != Some(d.date.as_str()));
        // `has fallen 14% since Monday, and more was sold`: what adds up is of no day.
        let adds = with.is_some_and(|with| with.tense == Some(VerbTense::PresentPerfect));
        let adds = adds && joined.as_ref().is_some_and(|d| d.date.contains('/'));
        // `He left and went home, an inquest heard on Monday`: the Monday is that of the inquest.
        let told = |with: &Candidate| with.tokens.range().any(|at| matches!(doc.word(at), "heard" | "told"));
        let heard = this.elsewhen && with.is_some_and(|with| with.elsewhen && told(with));
        if let Some(joined) = joined.filter(|_| !since && !adds && !heard)
            && this.may_share()
            // Somewhere in a stretch that somebody else's doing took, or after it.
            && !(joined.date.contains('/') && this.subject.is_none() && this.kind == ClauseKind::Main)
            && !(this.tense == Some(VerbTense::Future) && with.is_some_and(Candidate::has_happened))
            && !(with.is_some_and(|with| this.is_outcome_of(with)) && when::grain(&joined.date) <= 2)
            && (this.tense == Some(VerbTense::Future) || !ahead(&joined))
            // `died in May, a month after the line opened, and his son ran it`: not of the opening.
            && !(with.is_some_and(|with| {
                let opener = (with.tokens.start as usize).checked_sub(1).map_or("", |at| doc.word(at));
                let outer = with.with.and_then(|outer| before[outer].dated.as_ref());
                with.kind == ClauseKind::Subordinate
                    && matches!(opener, "after" | "before")
                    && outer.is_none_or(|outer| outer.date != joined.date)
            })
                && joined.certainty == Certainty::Inferred
                && (this.tokens.start.saturating_sub(2)..this.tokens.start).map(|at| doc.word(at as usize)).eq([",", "and"]))
            // `closed in May, and trade never recovered`: not then.
            && !(this.tokens.start..this.main).any(|at| doc.word(at as usize) == "never")
            // `which the town made in May and critics hated`: what is told of stands before both.
            && !(this.kind == ClauseKind::Relative
                && this.subject.is_none()
                && with.is_some_and(|with| with.kind == ClauseKind::Relative))
        {
            this.dated = Some(from(&joined, "the clause it is joined with tells"));
            continue;
        }
        if this.earlier
            && let Some(latest) = latest.as_ref().filter(|l| published == Some(l.date.as_str()))
            && this.is_plain_happening()
        {
            // In the news of today `earlier` is earlier today.
            let because = format!("earlier on {}, the day told of before it", when::words(&latest.date));
            this.dated = Some(Dated { date: latest.date.clone(), certainty: Certainty::Inferred, because });
            continue;
        }
        if this.onward
            && let Some(latest) = latest.as_ref().filter(|l| published == Some(l.date.as_str()))
            && !(background || flashback)
            && before.iter().rev().take(CLOSE).any(|c| c.dated.as_ref().is_some_and(|d| d.date == latest.date))
            // Not `had been barred until last week. The mayor later let them in`.
            && (before.iter().rev().take(FAR as usize).take_while(|c| c.block == this.block))
                .all(|c| c.tense != Some(VerbTense::PastPerfect))
            && this.is_plain_happening()
            && this.kind == ClauseKind::Main
            && !this.aside
            && this.tense == Some(VerbTense::Past)
        {
            // In the news of today `later` is later today.
            let because = format!("later on {}, the day told of before it", when::words(&latest.date));
            this.dated = Some(Dated { date: latest.date.clone(), certainty: Certainty::Inferred, because });
            continue;
        }
        // `Berg scored in the second period. Lee fell.`
        if let Some(story) = story.as_ref().filter(|s| this.play && !s.unnamed && !s.said && !ahead(&s.dated))
            && this.tense == Some(VerbTense::Past)
            && this.is_plain_happening()
            && !(this.elsewhen || this.said || is_old(story, published))
        {
            let told = match local.as_ref().filter(|l| !ahead(l)) {
                Some(local) => from(local, "the sentences before it tell"),
                None => from(&story.dated, "the story around it tells"),
            };
            (local, coarse, background, flashback, carried) = (Some(told.clone()), None, false, false, false);
            latest = local.clone();
            this.dated = Some(told);
            continue;
        }
        if let Some(told) = retold(doc, this, before, story.as_ref()) {
            // What else the paragraph tells was then.
            local = Some(told.clone());
            this.dated = Some(told);
            continue;
        }
        if let Some(under) = &this.under {
            let today = published == Some(under.date.as_str());
            flashback |= this.leaves_story(doc);
            if !flashback && !this.aside && !this.running && this.is_of_day(today, ahead(under)) {
                let told = local.as_ref().filter(|l| !ahead(l));
                this.dated = Some(told.map_or_else(|| under.clone(), |l| from(l, "the sentences before it tell")));
            }
            continue;
        }
        // `In April a mine sank the ship, and its captain drowned.`: not on the day that was told before that.
        if let Some((dated, sentence)) = coarse.as_ref().filter(|c| c.1 + 1 >= this.sentence) {
            let joined =
                *sentence == this.sentence && this.tokens.start > 0 && doc.word(this.tokens.start as usize - 1) == ";";
            if (joined || when::grain(&dated.date) >= 3)
                && !ahead(dated)
                && !dated.date.contains('/')
                && this.tense == Some(VerbTense::Past)
                && this.is_plain_happening()
                && !(this.elsewhen || this.aside || this.running || this.quoted || this.said || flashback)
            {
                this.dated = Some(from(dated, "the sentences before it tell"));
                continue;
            }
            continue;
        }
        let Some(story) = &story else {
            let today = published.filter(|p| when::is_day(p) && local.is_none() && this.hour && !background);
            if let Some(today) = today
                && this.tense == Some(VerbTense::Past)
                && this.is_plain_happening()
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
                && this.is_plain_happening()
                && !this.elsewhen
            {
                this.dated = Some(from(local, "the sentences before it tell"));
            }
            continue;
        };
        // `In November the office reported that …`: what was reported then is not of the story's day.
        let reported = this.saying.and_then(|saying| before.get(saying)?.dated.as_ref());
        // `The paper has learned that the radio reported on 3 May that a ship, a ferry, was held`: not on the day of the paper.
        let lent = local.as_ref().unwrap_or(&story.dated);
        let here = before.iter().rev().take_while(|c| c.sentence == this.sentence).take(CLOSE);
        let told_then = here.filter(|c| c.said && c.sense.is(Sense::SAY) && c.tense == Some(VerbTense::Past));
        let told_then = told_then.filter_map(|c| c.dated.as_ref()).find(|d| d.certainty != Certainty::Inferred);
        let told_then = told_then.filter(|d| when::is_day(&d.date) && d.date != lent.date);
        if let Some(told_then) = told_then.filter(|_| lent.certainty == Certainty::Inferred && this.has_happened()) {
            if this.is_plain_happening() && !this.elsewhen && !this.running {
                this.dated = Some(from(told_then, "the report of it tells"));
            }
            continue;
        }
        let far = reported.is_some_and(|d| !when::is_near(&story.dated.date, &d.date, STORY_DAYS));
        let lead = this.sentence == story.sentence;
        let unclear = story.said && (this.said || story.before) || local.is_none() && is_old(story, published);
        if lead && story.after && this.kind == ClauseKind::Main && local.is_none() {
            continue;
        }
        let life = story.dead.is_some_and(|dead| lives::is_of_life(doc, this, dead));
        // `A teacher was stabbed on Monday. She was later pronounced dead. Police found a knife.`
        let onward = this.onward && !this.aside && this.tense == Some(VerbTense::Past) && local.is_some();
        if !lead && (goes_on || this.leaves_story(doc) && !onward || life && this.leaves_for_life()) {
            flashback = true;
            continue;
        }
        let aside = !lead
            && (this.aside
                || this.running
                || story.closed && (!this.court || story.judged && is_of(doc, this.main, Group::Opening)))
            || lead && story.unnamed && story.shared;
        if background && !lead
            || flashback
            || aside
            || far
            || unclear
            || led_back && !lead
            || !story.lends(this, published)
        {
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
            // `Talks opened on Monday. On Tuesday they were adjourned.`: a new paragraph may be of either day, or later.
            _ if !lead
                && (story.unsettled
                    || elsewhere && !this.said
                    || story.unnamed && this.sentence > story.sentence + BEHIND && !this.hour
                    || latest.as_ref().is_some_and(|l| l.date != story.dated.date)
                        && !named_beside(this, before, after, story)) =>
            {
                continue;
            }
            _ if over(&&story.dated) => from(&story.dated, "the story around it tells"),
            _ => continue,
        };
        if is_of_other(doc, this, before, &dated) {
            flashback = true;
            continue;
        }
        this.dated = Some(dated);
    }
    // `The storm struck on Friday night. Nine homes lost power at 4am.`
    for this in candidates {
        // Not `at 6:42 of the first period`.
        let Some((day, early)) = this.hour_of.clone().filter(|_| !this.play) else { continue };
        let over = published.and_then(|p| when::compare(&day, p)) == Some(Ordering::Less);
        let told = matches!(this.tense, Some(VerbTense::Past | VerbTense::PastPerfect)) && this.is_plain_happening();
        match &mut this.dated {
            Some(lent) if lent.certainty != Certainty::Inferred || !when::is_day(&lent.date) => {}
            Some(lent) if early && day > lent.date && when::is_near(&day, &lent.date, 1) => {
                lent.because = format!("at an early hour of the day behind {}", when::words(&lent.date));
                lent.date = day;
            }
            // `The inquiry heard on Monday that it burned at 4pm on 9 May. He left at 6pm.`
            Some(lent)
                if over
                    && !early
                    && day < lent.date
                    && published.is_some_and(|p| lent.date == p || !when::is_near(p, &day, 1)) =>
            {
                lent.because = format!("at an hour of {}, which was told before it", when::words(&day));
                lent.date = day;
            }
            // `It was open on Monday at 4pm. … He left at 6pm.`
            None if over && told && !(this.elsewhen && !this.onward || this.aside || this.running) => {
                let because = format!("at an hour of {}, which was told before it", when::words(&day));
                this.dated = Some(Dated { date: day, certainty: Certainty::Inferred, because });
            }
            _ => {}
        }
    }
    story.map(|story| story.dated)
}

/// `The crash happened at 5am`, of a crash told before: its day, whatever was told since.
fn retold(doc: &Document, this: &Candidate, before: &[Candidate], story: Option<&Story>) -> Option<Dated> {
    let light = |at: u32| matches!(doc.word(at as usize), "began" | "happened" | "occurred" | "started");
    let two =
        |at: u32| matches!((doc.word(at as usize), doc.word(at as usize + 1)), ("broke", "out") | ("took", "place"));
    let the = doc.word(this.tokens.start as usize).eq_ignore_ascii_case("the");
    if !the || !this.hour || this.tense != Some(VerbTense::Past) || !(light(this.main) || two(this.main)) {
        return None;
    }
    let tells = |c: &&Candidate| {
        let names = || c.tokens.range().take(FAR as usize).any(|at| doc.tokens[at].hash == this.subject_word);
        // Not `was fined over the crash`.
        let of_it = match c.tense {
            None => doc.tokens[c.main as usize].hash == this.subject_word,
            Some(VerbTense::Future | VerbTense::Modal) => false,
            _ if c.subject_word == this.subject_word => true,
            _ if c.kind == ClauseKind::Relative => names(),
            _ => c.sense.is(Sense::TOLL.with(Sense::EFFECT).with(Sense::DISASTER)) && names(),
        };
        of_it && c.dated.as_ref().is_some_and(|d| when::grain(&d.date) >= 3)
    };
    let told = before.iter().rev().take(RETOLD).find(tells).and_then(|c| c.dated.as_ref());
    // `A man was shot on Monday. … The shooting happened at 5am`: the story.
    let story = || {
        let day = story.filter(|s| !s.unnamed).map(|s| &s.dated)?;
        let known = |c: &Candidate| c.sense.is(Sense::DISASTER) && c.dated.as_ref().is_some_and(|d| d.date == day.date);
        let disaster = lexicon::sense(this.subject_word).is(Sense::DISASTER);
        (disaster && before.iter().take(RETOLD).any(known)).then_some(day)
    };
    told.or_else(story).map(|d| from(d, "it was told before"))
}

/// `The murder led to riots.`, of a murder that the sentences before put on another day than `lent`.
fn is_of_other(doc: &Document, this: &Candidate, before: &[Candidate], lent: &Dated) -> bool {
    let start = this.tokens.start as usize;
    let that = doc.word(start).eq_ignore_ascii_case("that");
    if !that && !doc.word(start).eq_ignore_ascii_case("the") || start + 1 >= doc.tokens.len() {
        return false;
    }
    let noun = (start as u32 + 1..this.main).take(3).find(|&at| doc.tokens[at as usize].hash == this.subject_word);
    let Some(noun) = noun.filter(|&at| mentions::is_event_noun(doc, at, true)) else { return false };
    let near = before.iter().rev().take(FAR as usize).take_while(|c| c.sentence + 2 >= this.sentence);
    let dated = |c: &&Candidate| c.sentence < this.sentence && c.dated.as_ref().is_some_and(|d| !d.date.is_empty());
    let mut told = near.filter(dated).filter(|c| that || mentions::names(doc, c).contains(&stem(doc, noun as usize)));
    told.next()
        .and_then(|c| c.dated.as_ref())
        .is_some_and(|d| when::compare(&d.date, &lent.date) == Some(Ordering::Less))
}

/// `The minister, who flew in on Monday, gave the firm a week.`: beside the clause the story's day is told once more.
fn named_beside(this: &Candidate, before: &[Candidate], after: &[Candidate], story: &Story) -> bool {
    let near = |c: &&Candidate| c.block == this.block && c.sentence + 1 >= this.sentence && c.sentence <= this.sentence;
    let sides = before.iter().rev().take(MANY).chain(after.iter().take(MANY));
    sides
        .filter(near)
        .filter(|c| c.has_happened() && !c.quoted)
        .any(|c| c.dated.as_ref().is_some_and(|d| d.certainty != Certainty::Inferred && d.date == story.dated.date))
}

/// How many clauses back the day of the news is told where what came later is of it.
const CLOSE: usize = 3;

/// How many clauses back what is told again may stand.
const RETOLD: usize = 64;

/// True where what is said of the subject of `rest[0]` in passing is of a day behind that of the story.
fn goes_on_from(rest: &[Candidate], local: Option<&Dated>, story: Option<&Story>) -> bool {
    let (this, behind) = (&rest[0], &rest[1..]);
    let Some(day) = local.or(story.map(|s| &s.dated)).filter(|d| when::is_day(&d.date)) else { return false };
    let same = behind.iter().take(4).take_while(|c| c.sentence == this.sentence);
    same.filter(|c| c.kind == ClauseKind::Relative && c.main < this.main && c.tokens.start >= this.tokens.start).any(
        |c| {
            let own = c.dated.as_ref().filter(|d| when::is_day(&d.date) && c.tense == Some(VerbTense::Past));
            own.is_some_and(|d| when::compare(&day.date, &d.date) == Some(Ordering::Less))
        },
    )
}

/// True where the paragraph goes on with a day before that of `rest[0]`, near enough to be of one course of events: which
/// of them it is of, nobody knows. (`days.txt`: 2 of 15 so led back were right.)
fn leads_back(doc: &Document, rest: &[Candidate], local: Option<&Dated>, story: Option<&Story>) -> bool {
    let (this, behind) = (&rest[0], &rest[1..]);
    let Some(day) = local.or(story.map(|s| &s.dated)).filter(|d| when::is_day(&d.date)) else { return false };
    let earlier = |d: &Dated| {
        when::compare(&d.date, &day.date) == Some(Ordering::Less) && when::is_near(&d.date, &day.date, COURSE_DAYS)
    };
    let mut near = behind.iter().take(MANY).take_while(|c| c.sentence <= this.sentence + 2 && c.block == this.block);
    // Not `The driver, who was hired in May, fled.`
    // `The boss was killed. … by men who broke in on Friday`, where only the publication tells the day: of the Friday.
    let named = local.is_some() || story.is_some_and(|s| !s.unnamed);
    let aside =
        |c: &Candidate| c.kind == ClauseKind::Relative && (named || c.sentence == this.sentence) || c.is_bound(doc);
    near.any(|c| !aside(c) && c.dated.as_ref().is_some_and(earlier))
}

/// `A search that had been arranged for Friday was cancelled`: what was fixed for a day, and is no more.
fn is_dropped(doc: &Document, this: &Candidate) -> bool {
    let word = |at: u32| doc.tokens.get(at as usize).map_or("", |_| doc.word(at as usize));
    let off = match word(this.main) {
        "called" => word(this.main + 1) == "off",
        "abandoned" | "canceled" | "cancelled" | "postponed" | "scrapped" | "shelved" => true,
        _ => false,
    };
    let fixed = |at: u32| {
        matches!(word(at), "arranged" | "called" | "due" | "organised" | "organized" | "planned" | "scheduled" | "set")
    };
    let meant = |at: u32| fixed(at) && matches!(word(at + 1), "for" | "on");
    off && (this.tokens.start..this.main).any(meant)
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
        let told = c.tense == Some(VerbTense::Past) && c.sense.is(Sense::TOLL) && c.is_plain_happening() && !c.elsewhen;
        let over = published.and_then(|p| when::compare(&dated.date, p)) != Some(Ordering::Greater);
        (next && told && over).then(|| from(dated, "the sentence before it tells"))
    }
}

/// True when the article is not the news of its story: paragraphs without a date may tell of any later day.
fn is_old(story: &Story, published: Option<&str>) -> bool {
    published.is_some_and(|p| !when::is_near(p, &story.dated.date, NEWS_DAYS))
}

/// The date of another clause, and where that stands.
pub(super) fn from(dated: &Dated, place: &str) -> Dated {
    Dated {
        date: dated.date.clone(),
        certainty: Certainty::Inferred,
        because: format!("no date of its own; {place} of {}", when::words(&dated.date)),
    }
}
