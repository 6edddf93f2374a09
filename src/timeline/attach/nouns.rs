//! Words of time inside a noun phrase or right behind one: `the 2009 crash`, `a hearing on 4 September`.
//!
//! Doors: `Place::before_noun`, `Place::behind_noun`.

use super::phrases::phrase_start;
use super::{Hold, Place, REACH, is_bound, is_capital, names_day};
use crate::TokenRange;
use crate::document::{Case, TokenKind};
use crate::grammar::{ClauseKind, VerbGroup, VerbTense};
use crate::timeline::lexicon::{Group, Sense, is_of, sense, sense_at};

impl Place<'_> {
    /// `the 2009 crash`, `a Tuesday traffic stop`, `last year’s election`: words of time inside a noun phrase. Also
    /// gives [`Hold::Nothing`] where the noun names no event.
    pub(super) fn before_noun(&self, start: u32, end: u32) -> Option<Hold> {
        if !self.in_sentence(end) {
            return None;
        }
        // `left a week after the 19 March vote`: a time counted from the noun.
        if (start + 1..end).any(|at| matches!(self.word(at), "after" | "before" | "following")) {
            return None;
        }
        let possessive = matches!(self.word(end), "'s" | "’s" | "'" | "’");
        let before = start.checked_sub(1).filter(|&b| self.in_sentence(b));
        let determined = before.is_some_and(|b| sense_at(self.doc, b).is(Sense::DETERMINER));
        let adjective = before.is_some_and(|b| self.is_plain(b) && !self.is_tensed(b) && !self.is_event(b));
        let first = if possessive { end + 1 } else { end };
        // `The following month war broke out`: a length of time stands before no noun without `’s`.
        let unit = sense_at(self.doc, end - 1).is(Sense::UNIT) && self.doc.tokens[end as usize - 1].case == Case::Lower;
        let compound = (start + 1..end).any(|at| self.word(at) == "-");
        if !possessive && unit && !compound && sense_at(self.doc, start).is(Sense::DETERMINER) {
            return None;
        }
        if !self.in_sentence(first) || (self.doc.tokens[end as usize].kind == TokenKind::Mark && !possessive) {
            return None;
        }
        // `said Sunday the operation …`: a new phrase.
        if !possessive && sense_at(self.doc, first).is(Sense::DETERMINER) {
            return None;
        }
        // `Those hurt in Monday's violence were …`: not the subject.
        let led = before
            .is_some_and(|b| sense_at(self.doc, b).is(Sense::PREPOSITION) || matches!(self.word(b), "to" | "with"))
            || determined
                && start > 1
                && self.in_sentence(start - 2)
                && (sense_at(self.doc, start - 2).is(Sense::PREPOSITION) || self.word(start - 2) == "to");
        // The run of plain words behind, up to the noun that names an event.
        let mut head = None;
        let mut last = None;
        for at in first..first + 5 {
            let hyphen = self.in_sentence(at) && self.word(at) == "-";
            let verb = self.parse.verb_at(at).is_some() && !self.is_event(at);
            if !self.in_sentence(at) || (!hyphen && !self.is_plain(at)) || verb {
                break;
            }
            last = Some(at);
            // `July's pledge`
            if self.is_event(at) && !self.is_vague(at, !led)
                || possessive && matches!(self.word(at), "pledge" | "pledges")
            {
                head = Some(at);
            }
        }
        let last = last?;
        let ends = head.is_none_or(|h| h == last);
        match head {
            _ if self.is_at_games(start, end, last) => Some(Hold::Clause(self.clause)),
            // `warned in a May 5 interview that the dam was weak`
            _ if determined && self.is_in_writing(start, last) => Some(Hold::Clause(self.clause)),
            // `their 2010 World Cup campaigns`: which one the campaign, whenever it is, was for.
            Some(head) if ends && self.is_of_contest(first, head) => Some(Hold::Nothing),
            Some(head) if ends && (determined || possessive || adjective || !self.is_tensed(head)) => {
                // `On Friday talks collapsed`: the words of time stand alone before a new phrase.
                if !(determined || possessive) && before.is_some_and(|b| matches!(self.word(b), "on" | "On")) {
                    return None;
                }
                let begin = if determined { before.unwrap_or(start) } else { start };
                // `a deadly October siege`
                let whole = before.filter(|_| adjective && !possessive && !determined);
                let whole = whole.and_then(|b| phrase_start(self.doc, self.parse, self.clause, b));
                let begin = whole.filter(|&b| sense_at(self.doc, b).is(Sense::DETERMINER)).unwrap_or(begin);
                // `the minister’s 1997 resignation` begins with its owner.
                let owner = before.filter(|&b| matches!(self.word(b), "'s" | "’s"));
                let begin = owner.and_then(|b| phrase_start(self.doc, self.parse, self.clause, b)).unwrap_or(begin);
                let phrase = TokenRange::new(begin, self.extended(head + 1));
                let (begin, head) = self.happened_during(begin).unwrap_or((begin, head));
                Some(Hold::Noun { phrase: TokenRange::new(begin, phrase.end), head })
            }
            // `kept goal in the 2016 season`: a time like a year; not `its only win in the 2016 season`, of one of its days.
            None if self.is_in_season(start, first) => {
                let from = start.saturating_sub(7);
                let one = (from..start).any(|at| self.in_sentence(at) && self.word(at) == "only");
                Some(if one { Hold::Aside } else { Hold::Clause(self.clause) })
            }
            // `rose in Thursday's trading`
            None if possessive && self.is_within_day(start, end) => Some(Hold::Clause(self.clause)),
            // `A 17 March date has been set`
            None if determined && self.is_set_date(last) => Some(Hold::Clause(self.clause)),
            None if determined || possessive || self.is_manner(start, end, last) => Some(Hold::Nothing),
            _ => None,
        }
    }

    /// `was marked by the collapse, in April last year, of the airline`: words of time between a noun and what it is of.
    pub(super) fn between_noun(&self, start: u32, end: u32) -> Option<Hold> {
        let led = start > 2 && matches!(self.word(start - 1), "in" | "on" | "at") && self.word(start - 2) == ",";
        let closed = self.in_sentence(end + 1) && self.word(end) == "," && self.word(end + 1) == "of";
        let head = start.checked_sub(3).filter(|&at| led && closed && self.in_sentence(at) && self.is_event(at))?;
        let begin = phrase_start(self.doc, self.parse, self.clause, head + 1)?;
        Some(Hold::Noun { phrase: TokenRange::new(begin, self.extended(end + 1)), head })
    }

    /// `the shooting of a boy during a Tuesday traffic stop`: the start of what happened in the event whose phrase begins at
    /// `begin`, and its noun.
    fn happened_during(&self, begin: u32) -> Option<(u32, u32)> {
        let during = begin.checked_sub(1).filter(|&b| self.word(b) == "during")?;
        let same = |at: &u32| {
            self.parse.clause_of(*at) == Some(self.clause) && self.parse.verb_at(*at).is_none_or(|_| self.is_event(*at))
        };
        let mut before = (during.saturating_sub(2 * REACH)..during).rev().take_while(same);
        let noun = before.find(|&at| self.is_event(at) && self.word(at + 1) == "of")?;
        Some((phrase_start(self.doc, self.parse, self.clause, noun + 1)?, noun))
    }

    /// `elections due next year`, `The vote, due on 12 June, could …`, `at the next meeting, on 29 April`: what is to come then.
    pub(super) fn of_what_is_due(&self, timex: TokenRange) -> Option<Hold> {
        let inside = |at: u32| if self.in_sentence(at) { self.word(at) } else { "" };
        let mut at = timex.start.checked_sub(1)?;
        let led = matches!(inside(at), "in" | "on" | "at" | "by" | "for");
        at = at.checked_sub(u32::from(led))?;
        let due = inside(at) == "due" && self.parse.verb_at(at).is_none();
        at = at.checked_sub(u32::from(due))?;
        let comma = inside(at) == ",";
        at = at.checked_sub(u32::from(comma))?;
        let begin = phrase_start(self.doc, self.parse, self.clause, at + 1)?;
        // Behind the day the phrase is over, so that it is not the day of the clause.
        let apart = comma && led && matches!(inside(timex.end), "," | "." | "");
        let next = apart && (begin..at).any(|at| self.word(at) == "next");
        ((due || next) && self.in_sentence(at) && self.is_event(at) && self.parse.verb_at(at).is_none())
            .then(|| Hold::Noun { phrase: TokenRange::new(begin, timex.end), head: at })
    }

    /// `kept violence to a minimum on Saturday`, `was dropped in Monday's reshuffle`: a noun that by itself, without where or of
    /// whom, tells nothing; the clause around it does. `subject`: not that of a verb right behind it, which tells of it.
    fn is_vague(&self, at: u32, subject: bool) -> bool {
        let vague = is_of(self.doc, at, Group::Vague);
        let next = at + 1;
        let told = self.in_sentence(next)
            && match self.word(next) {
                "near" => true,
                "in" | "at" => {
                    is_capital(self.doc, next + 1) && !names_day(self.doc, TokenRange::new(next + 1, next + 2))
                }
                "of" | "against" => true,
                _ => subject && self.parse.verb_at(next).is_some(),
            };
        vague && !told
    }

    /// Where the comma stands that opens the name that the comma at `close` closes.
    fn name_aside(&self, close: u32) -> Option<u32> {
        let comma = |at: u32| self.parse.clause_of(at) == Some(self.clause) && self.word(at) == ",";
        let name = |at: &u32| is_capital(self.doc, *at) || matches!(self.word(*at), "the" | "of" | "for" | "and");
        let first =
            (close.saturating_sub(8)..close).rev().take_while(name).last().filter(|&at| at > 1 && comma(close))?;
        let named = (first..close).any(|at| is_capital(self.doc, at));
        (named && comma(first - 1) && self.is_event(first - 2)).then_some(first - 1)
    }

    /// `A 17 March date has been set for the talks`
    fn is_set_date(&self, noun: u32) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let set = |v: VerbGroup| v.passive && is_of(self.doc, v.main, Group::Settled);
        matches!(self.word(noun), "date" | "deadline") && verb.is_some_and(|v| v.tokens.start == noun + 1 && set(v))
    }

    /// `won gold at the 2010 Winter Olympics`, `was picked in the fifth round of the 2009 League Draft`: a year that the games have
    /// in their name is that of what is done there. Those of 2020 were held a year later.
    fn is_at_games(&self, start: u32, end: u32, last: u32) -> bool {
        let year = start + 1 == end && self.word(start).len() == 4 && self.word(start) != "2020";
        let the = start > 1 && self.word(start - 1) == "the";
        let led = the && matches!(self.doc.lower(start as usize - 2).as_ref(), "at" | "in" | "during");
        let round =
            the && start > 3 && self.word(start - 2) == "of" && matches!(self.word(start - 3), "round" | "final");
        let named = is_of(self.doc, last, Group::Games) && is_capital(self.doc, last);
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        // Not `was fined for a brawl at the 2008 Games`.
        let of = |v: VerbGroup| {
            (v.main + 1..start.saturating_sub(2).max(v.main + 1)).any(|at| {
                matches!(
                    self.word(at),
                    "about" | "after" | "before" | "for" | "from" | "of" | "on" | "over" | "since" | "with"
                )
            })
        };
        let told = |v: VerbGroup| {
            let tensed = !matches!(v.tense, VerbTense::Present | VerbTense::Modal) && !v.negated;
            tensed
                && !sense_at(self.doc, v.main).is(Sense::SAY.with(Sense::PLAN))
                && (round || v.main > start || !of(v))
        };
        year && (led || round) && named && verb.is_some_and(told)
    }

    /// `in the 2016 season`
    fn is_in_season(&self, start: u32, noun: u32) -> bool {
        let led = start > 1 && self.word(start - 1) == "the";
        let led = led && matches!(self.doc.lower(start as usize - 2).as_ref(), "in" | "during" | "throughout");
        let year = || matches!(self.word(noun), "school" | "academic" | "financial") && self.word(noun + 1) == "year";
        led && (matches!(self.word(noun), "season" | "seasons") || year())
    }

    /// `the end of the agreement in 2005`: where the phrase begins that says what became of what is named at `begin`.
    fn with_its_end(&self, begin: u32) -> u32 {
        let led = begin > 1 && self.word(begin - 1) == "of" && is_of(self.doc, begin - 2, Group::Fate);
        let the = begin > 2 && sense_at(self.doc, begin - 3).is(Sense::DETERMINER);
        if led { begin - 2 - u32::from(the) } else { begin }
    }

    /// `in Thursday’s trading`, `during yesterday’s broadcast`
    fn is_within_day(&self, start: u32, end: u32) -> bool {
        let led = start > 0 && matches!(self.word(start - 1), "in" | "during" | "In" | "During");
        let day = start + 1 == end && sense_at(self.doc, start).is(Sense::DAY);
        led && day && (is_capital(self.doc, start) || self.word(start) == "yesterday")
    }

    /// `The county manifesto of 3 May praised the nurses`: what a paper of that day says, which is the subject.
    pub(super) fn is_of_paper(&self, tokens: TokenRange) -> bool {
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        let says = |v: VerbGroup| v.tokens.start == tokens.end && v.tense == VerbTense::Past && !v.passive;
        tokens.start > 1 && is_of(self.doc, tokens.start - 2, Group::Paper) && verb.is_some_and(says)
    }

    /// `asked for it in a January 2005 letter`: what is written is of the day of the writing.
    fn is_in_writing(&self, start: u32, last: u32) -> bool {
        let led = start > 1 && matches!(self.word(start - 1), "a" | "an") && self.word(start - 2) == "in";
        let written = sense_at(self.doc, last).is(Sense::MESSAGE);
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        led && written && verb.is_some_and(|v| v.main < start && v.tense == VerbTense::Past)
    }

    /// `2010 World Cup campaign`, `2024 Olympics bid`: a team's doings for a contest that the year names.
    fn is_of_contest(&self, first: u32, head: u32) -> bool {
        const CONTESTS: &[&str] =
            &["Championship", "Championships", "Cup", "Euro", "Games", "League", "Olympic", "Olympics", "Series"];
        matches!(self.word(head), "campaign" | "campaigns" | "bid" | "bids")
            && (first..head).any(|at| CONTESTS.contains(&self.word(at)))
    }

    /// `in late 19th century style`, `in 1920s clothes`: what is of that kind, not of that time.
    fn is_manner(&self, start: u32, end: u32, last: u32) -> bool {
        let age =
            (start..end).any(|at| matches!(self.word(at), "century" | "centuries") || self.word(at).ends_with("0s"));
        let lower = self.doc.tokens[last as usize].case == Case::Lower;
        let ends = !self.in_sentence(last + 1) || !self.is_plain(last + 1) && self.parse.verb_at(last + 1).is_none();
        // `the 19th-century dairy`
        let hyphen = (start + 1..end).any(|at| self.word(at) == "-" && self.word(at + 1).starts_with("centur"));
        age && (hyphen || lower && ends && !self.word(start).eq_ignore_ascii_case("the"))
    }

    /// `attacks on Monday on buses in York`: past whom it struck, behind the words of time that end at `end`.
    pub(super) fn with_target(&self, end: u32) -> u32 {
        let led = self.in_sentence(end) && matches!(self.word(end), "on" | "against");
        let timed = self.in_sentence(end + 1) && sense_at(self.doc, end + 1).is(Sense::DAY.with(Sense::MONTH));
        if !led || timed || self.doc.tokens[end as usize - 1].kind == TokenKind::Mark {
            return end;
        }
        match self.phrase_end(end + 1, false) {
            behind if behind > end + 1 => self.extended(behind),
            _ => end,
        }
    }

    /// `of police and army posts`: nouns without an article that `and` at `at` joins, in a phrase that begins at `start`.
    fn is_bare_pair(&self, start: u32, at: u32) -> bool {
        let lower =
            |at: u32| self.in_sentence(at) && self.doc.tokens[at as usize].case == Case::Lower && self.is_plain(at);
        let verb = (at + 1..at + 4).any(|at| self.in_sentence(at) && self.parse.verb_at(at).is_some());
        let bare = !sense_at(self.doc, start).is(Sense::DETERMINER) && !is_capital(self.doc, start);
        bare && lower(at - 1) && lower(at + 1) && !verb
    }

    /// Past `of the airliner`, `on London’s trains`, `in York, Maine` behind a noun: what it was and where.
    fn extended(&self, end: u32) -> u32 {
        let lead = |at: u32| if self.in_sentence(at) { self.word(at) } else { "" };
        let mut end = end;
        for _ in 0..3 {
            let of = matches!(lead(end), "of" | "between" | "against");
            let placed = matches!(lead(end), "in" | "on" | "at" | "near") && self.in_sentence(end + 1);
            let first = end + 1 + u32::from(placed && matches!(lead(end + 1), "the" | "a" | "an"));
            let place = placed && self.in_sentence(first) && is_capital(self.doc, first);
            let timed = place && sense_at(self.doc, first).is(Sense::DAY.with(Sense::MONTH));
            if !(of || place && !timed) {
                break;
            }
            let behind = self.phrase_end(end + 1, lead(end) == "between");
            if behind == end + 1 {
                break;
            }
            end = behind;
        }
        end
    }

    /// Where the noun phrase ends that begins at `start`; `two`: one that `and` joins with another.
    fn phrase_end(&self, start: u32, two: bool) -> u32 {
        let mut at = start;
        while at - start < REACH && self.in_sentence(at) {
            let (word, class) = (self.word(at), sense_at(self.doc, at));
            let next = |more: u32| self.in_sentence(at + more) && is_capital(self.doc, at + more);
            let mark = self.doc.tokens[at as usize].kind == TokenKind::Mark;
            let owner = matches!(word, "'s" | "’s" | "'" | "’");
            let joins = at > start
                && match word {
                    "-" => self.in_sentence(at + 1),
                    "and" => next(1) || two && next(2) || self.is_bare_pair(start, at),
                    // `in York, Maine`
                    "," => next(1) && is_capital(self.doc, at - 1) && self.is_name_alone(at + 1),
                    _ => false,
                };
            let plain = class.is(Sense::DETERMINER) && (at == start || !self.is_phrase_over(at))
                || !mark && !class.is(Sense::STOP);
            if !(joins || plain || owner && at > start)
                || self.is_tensed(at)
                || at > start && self.parse.verb_at(at).is_some() && !self.is_event(at)
            {
                break;
            }
            at += 1;
        }
        // Never end on what a noun has to follow.
        let open = |at: u32| matches!(self.word(at), "and" | "-") || sense_at(self.doc, at).is(Sense::DETERMINER);
        while at > start && open(at - 1) {
            at -= 1;
        }
        at
    }

    /// `takes credit for ordering the raid in 2009`: now told of what was then.
    fn is_named_for(&self, verb: Option<VerbGroup>) -> bool {
        let Some(verb) = verb.filter(|v| v.main > 0 && self.word(v.main).ends_with("ing")) else { return false };
        let outer = self.parse.clauses[self.clause].parent;
        let outer = outer.and_then(|p| self.parse.clauses[p as usize].verb).map(|v| self.parse.verbs[v as usize]);
        let led = self.in_sentence(verb.main - 1) && matches!(self.word(verb.main - 1), "for" | "of");
        led && outer.is_some_and(|v| v.tense == VerbTense::Present && v.main < verb.main)
    }

    /// `recovering from an attack last month`: what follows had been before.
    fn is_remedy(&self, verb: u32) -> bool {
        ["recover", "suffer", "emerg", "flee", "fled", "benefit", "profit", "stem", "result"]
            .iter()
            .any(|root| self.word(verb).starts_with(root))
    }

    /// True for a determiner at `at` that begins a new phrase: behind a noun, not behind `and`.
    fn is_phrase_over(&self, at: u32) -> bool {
        !matches!(self.word(at), "'s" | "’s") && self.word(at - 1) != "and"
    }

    /// A name that a comma or the end follows.
    fn is_name_alone(&self, at: u32) -> bool {
        let last = (at..at + 3).take_while(|&at| self.in_sentence(at) && is_capital(self.doc, at)).last();
        last.is_some_and(|last| {
            !self.in_sentence(last + 1) || self.doc.tokens[last as usize + 1].kind == TokenKind::Mark
        })
    }

    /// `since the killing of the president in July 2021`: the noun that a preposition leads, behind which the words of
    /// time stand; its phrase's first token and itself.
    pub(super) fn behind_noun(&self, start: u32, preposition: Option<&str>, about: bool) -> Option<(u32, u32)> {
        // `before Christmas`, `than in May`: a bound, not when the noun took place.
        if matches!(preposition, Some("after" | "before" | "since" | "until" | "till" | "than" | "through" | "by")) {
            return None;
        }
        let verb = self.parse.clauses[self.clause].verb.map(|v| self.parse.verbs[v as usize]);
        // `put off the trial over the crash to Monday`
        let moves = |v: VerbGroup| is_bound(self.word(v.main)) || matches!(self.word(v.main), "brought" | "put");
        if preposition == Some("to") && verb.is_some_and(moves) {
            return None;
        }
        // `made its first flight Tuesday`, `played their last match on Friday`: the verb lends itself to the noun.
        // `sat in a meeting in May`, `face a strike on Friday`: a state of its subject, of that time too.
        let lends = |v: VerbGroup| {
            let light = match self.word(v.main) {
                "made" | "make" | "makes" | "making" | "played" | "play" | "plays" => true,
                "appeared" | "carried" | "sat" | "stayed" | "stood" => v.tense == VerbTense::Past,
                "stand" | "stands" => self.word(v.main + 1) == "trial",
                "face" | "faces" | "plan" | "plans" => {
                    v.tense == VerbTense::Present && sense_at(self.doc, v.main + 1).is(Sense::DETERMINER)
                }
                _ => false,
            };
            v.main < start && light
        };
        let eventive = verb.is_some_and(|v| !sense(self.doc.tokens[v.main as usize].hash).is(Sense::STATE) || lends(v));
        // `be sent out to consider their verdicts next week`: the whole is of next week.
        let loose = matches!(self.parse.clauses[self.clause].kind, ClauseKind::Participial | ClauseKind::Infinitive);
        let is_number = |at: u32| self.doc.tokens[at as usize].kind == TokenKind::Number;
        let is_month = |at: u32| sense_at(self.doc, at).is(Sense::MONTH) && is_capital(self.doc, at);
        let mut at = start;
        while at > 0 && start - at < REACH {
            at -= 1;
            // `before the parade, the Ride of Flags, on 13 June`
            if let Some(comma) = self.name_aside(at).filter(|_| start - at <= 2) {
                at = comma;
                continue;
            }
            let mark = self.doc.tokens[at as usize].kind == TokenKind::Mark
                && !matches!(self.word(at), "-" | "’" | "'" | "“" | "”" | "\"");
            if mark || !self.in_sentence(at) || self.parse.clause_of(at) != Some(self.clause) {
                return None;
            }
            if verb.is_some_and(|v| v.tokens.range().contains(&(at as usize))) {
                return None;
            }
            // `the election two days ago and the choice of a mayor six days later`: one more, with a time of its own.
            let and = self.word(at) == "and" && at > 0 && sense_at(self.doc, at + 1).is(Sense::DETERMINER);
            if and && (names_day(self.doc, TokenRange::new(at - 1, at)) || matches!(self.word(at - 1), "ago" | "later"))
            {
                let of = (at + 2..start).find(|&of| self.word(of) == "of")?;
                return Some((at + 1, of - 1));
            }
            // `died from the blast and during the following year`: one more time, not of the noun.
            let leads = at + 1 < start && (at + 2..start).all(|at| sense_at(self.doc, at).is(Sense::DETERMINER));
            if leads && self.word(at) == "and" && sense_at(self.doc, at + 1).is(Sense::WITHIN) {
                return None;
            }
            // `the Ardle War Logs`: part of the name of something else.
            let named = is_capital(self.doc, at)
                && at + 1 < start
                && is_capital(self.doc, at + 1)
                && !matches!(self.word(at), "Storm" | "Hurricane" | "Typhoon" | "Cyclone" | "Operation");
            if !self.is_event(at) || is_month(at) || named && !self.is_event(at + 1) || self.is_vague(at, false) {
                continue;
            }
            // `the county election manifesto of 3 May`: the paper is of that day, not the election.
            if preposition == Some("of") && is_of(self.doc, at + 1, Group::Paper) {
                return None;
            }
            let begin = phrase_start(self.doc, self.parse, self.clause, at + 1)?;
            if names_day(self.doc, TokenRange::new(begin, at)) {
                // `the 2009 crash … on Monday`: it has its date already.
                return None;
            }
            let lead = begin.checked_sub(1).filter(|&b| self.in_sentence(b)).map(|b| self.doc.lower(b as usize));
            let inner = matches!(
                lead.as_deref(),
                Some(
                    "since"
                        | "after"
                        | "before"
                        | "following"
                        | "of"
                        | "over"
                        | "about"
                        | "despite"
                        | "until"
                        | "from"
                        | "including"
                )
            );
            // `An inquiry into the crash at York last month found …`; not `opened an inquiry into the crash on Monday`.
            let into = lead.as_deref() == Some("into") && verb.is_some_and(|v| v.tokens.start >= start);
            let inner = inner || into;
            // `withdrew from the agreement last May`, `on the second day of the trial last month`: the verb's.
            let bare = matches!(preposition, None | Some("on" | "in")) && eventive;
            let bare = bare && verb.is_some_and(|v| v.tense == VerbTense::Past && v.main < at);
            // `walked out of the talks on Monday`
            let out = lead.as_deref() == Some("of") && begin > 2 && self.word(begin - 2) == "out";
            let from = (out || lead.as_deref() == Some("from"))
                && verb.is_some_and(|v| v.main + 2 + u32::from(out) == begin)
                && !self.is_remedy(begin - 2);
            let day = lead.as_deref() == Some("of")
                && begin > 1
                && matches!(self.word(begin - 2), "day" | "evening" | "leg" | "night" | "round" | "stage" | "week");
            // `quit over the agreement on 15 November`
            let quit = lead.as_deref() == Some("over")
                && matches!(preposition, Some("on" | "in"))
                && verb.is_some_and(|v| {
                    v.main + 2 == begin && matches!(self.word(v.main), "quit" | "resigned" | "walked")
                });
            // `took charge of the inquiry in March`
            let charge = lead.as_deref() == Some("of")
                && begin > 1
                && matches!(self.word(begin - 2), "charge" | "command" | "control" | "ownership" | "possession")
                && verb.is_some_and(|v| v.main + 3 == begin);
            let inner = inner && !(bare && (from || day || quit || charge));
            // `returned from a visit at the end of April`: both ended then.
            let back = verb.is_some_and(|v| matches!(self.word(v.main), "returned" | "came"));
            let inner = inner && !(back && lead.as_deref() == Some("from"));
            // `jailed for their roles in riots last month`
            let part =
                |back: u32| begin.checked_sub(back).filter(|&b| self.in_sentence(b)).map_or("", |b| self.word(b));
            let inner = inner || part(1) == "in" && begin > 1 && is_of(self.doc, begin - 2, Group::Share);
            // `wanted on suspicion of theft on Monday`
            let charge = |at: u32| matches!(self.word(at), "suspicion" | "charge" | "charges");
            if (begin..at).any(|at| charge(at) && self.word(at + 1) == "of") {
                return None;
            }
            // `cleared of murder on Monday`: no murder of that day.
            let bare = begin == at && matches!(lead.as_deref(), Some("of" | "over" | "about" | "from"));
            if bare {
                return None;
            }
            // `involved in the raid on the port of 4 May 2009`
            let of = start > 0 && self.word(start - 1) == "of" && (is_number(start) || is_month(start));
            let instead = || matches!(self.word(start - 2), "ahead" | "because" | "instead" | "out");
            if of && !instead() && preposition == Some("of") {
                return Some((self.with_its_end(begin), at));
            }
            // `closed since a fire in May`
            if loose {
                let bound = matches!(lead.as_deref(), Some("since" | "after" | "before" | "following" | "until"));
                // `accused of the murder of a man in June 2023`
                // `convicted of armed robbery in 2015`, which was then, not `of the robbery of the bank in 2015`
                let tried = |v: VerbGroup| {
                    matches!(self.word(v.main), "acquitted" | "cleared" | "convicted")
                        && !sense_at(self.doc, begin).is(Sense::DETERMINER)
                };
                let charged = verb.is_some_and(|v| is_of(self.doc, v.main, Group::Charged) && !tried(v))
                    && matches!(lead.as_deref(), Some("of" | "over" | "with"));
                // `…, setting a hearing for 4 September`
                let fixed = preposition == Some("for") && verb.is_some_and(|v| self.word(v.main) == "setting");
                let told = sense_at(self.doc, begin).is(Sense::DETERMINER) && self.is_named_for(verb);
                // `is alleged to have been involved in the raids on the port in May`
                let share = verb.is_some_and(|v| v.passive && matches!(self.word(v.main), "involved" | "implicated"));
                let share = share && lead.as_deref() == Some("in");
                return (bound || charged || fixed || told || share).then_some((self.with_its_end(begin), at));
            }
            // `they meet in the first leg of the final on Thursday`
            let ahead_of = verb.is_some_and(|v| matches!(v.tense, VerbTense::Present | VerbTense::Future));
            let inner = inner && !(eventive && ahead_of && lead.as_deref() == Some("of"));
            // `set a hearing for 4 September`; `the flood of January 1953`
            let ahead = preposition == Some("for")
                || preposition == Some("of") && self.word(start - 1) == "of" && start - at <= 4;
            // `compared it to the evacuation from Iraq in 1991`; not `has been marked in a ceremony on Thursday`, the occasion.
            let case = Sense::DISASTER.with(Sense::COURT);
            let occasion = matches!(lead.as_deref(), Some("in" | "at" | "with" | "during"))
                && matches!(self.word(begin), "a" | "an")
                && !sense_at(self.doc, at).is(case)
                && verb.is_some_and(|v| {
                    let past = matches!(v.tense, VerbTense::PresentPerfect | VerbTense::Past);
                    let tried = sense_at(self.doc, v.main).is(Sense::COURT.with(Sense::PUNISHED).with(Sense::BLAME));
                    // `was involved in a raid in 2002`
                    let share = matches!(self.word(v.main), "involved" | "implicated" | "named" | "mentioned");
                    v.passive && past && !tried && !share && !is_of(self.doc, v.main, Group::Charged)
                });
            if occasion && !loose {
                return None;
            }
            let inner = inner || about;
            // Of the subject (`A fire on Thursday engulfed …`) the clause says the same.
            let subject = verb.is_some_and(|v| v.tokens.start > at);
            return (inner || ahead || (!eventive && !subject)).then_some((self.with_its_end(begin), at));
        }
        None
    }
}
