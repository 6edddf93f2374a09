//! The clauses and noun phrases that could stand on a timeline, with the dates of their own words.
//!
//! Absent here: dates taken from the story around ([`context`](super::context)).

mod around;
mod described;
mod nouns;
mod units;

use super::Dated;
use super::attach;
use super::claims::Reply;
use super::counted::{Back, Counted};
use super::dates::Again;
use super::entries::Entry;
use super::lexicon::{self, Group, Sense, sense};
use super::mentions::Named;
use super::parts::Whole;
use super::quoted::{Quote, Spoken};
use super::ranges;
use super::sayings;
use super::sides::Sides;
use crate::TokenRange;
use crate::document::{BlockKind, Case, Document, TokenKind};
use crate::grammar::{self, ClauseKind, Parse, VerbGroup, VerbTense};
use crate::time::{Anchor, Times, Timex};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

/// Something that could be an event.
#[derive(Clone, Debug)]
pub(super) struct Candidate {
    /// The sentence and the block it stands in.
    pub(super) sentence: u32,
    pub(super) block: u32,
    /// What is shown.
    pub(super) tokens: TokenRange,
    /// The words for the subject, where it stands in another clause.
    pub(super) subject: Option<TokenRange>,
    /// The words in which a name takes part in it.
    pub(super) own: Vec<TokenRange>,
    /// The main verb, or the noun that names the event.
    pub(super) main: u32,
    /// None for a noun phrase.
    pub(super) tense: Option<VerbTense>,
    /// What the verb means for a timeline.
    pub(super) sense: Sense,
    /// What binds the clause, or the first of those it is coordinated with, to the one around it.
    pub(super) kind: ClauseKind,
    /// Who does it and to whom.
    pub(super) sides: Sides,
    /// Inside quotation marks: told by someone else, about their own past.
    pub(super) quoted: bool,
    /// It names an hour, but no day.
    pub(super) hour: bool,
    /// It tells a stage of a match, which is that of the story whatever days were told since.
    pub(super) play: bool,
    /// The day of that hour, and whether it is early in the morning.
    pub(super) hour_of: Option<(String, bool)>,
    /// Told in the first person, which news never is: an interview, a letter.
    pub(super) personal: bool,
    /// The content of a verb of saying.
    pub(super) said: bool,
    /// The candidate whose date it shares when it has none: coordinated, or joined by `as`, `when`, `while`.
    pub(super) with: Option<usize>,
    pub(super) dated: Option<Dated>,
    /// `earlier`, and nothing else that says when: in news of today, today.
    pub(super) earlier: bool,
    /// Words in it point to an earlier time (`previously`, `after 2011`), so that the story's date is not its own.
    pub(super) elsewhen: bool,
    /// It says only that it was later: what follows goes on from there.
    pub(super) onward: bool,
    /// A step in a life or career, what a study did, what a court was told: of the story's day only in the sentence that
    /// tells the story.
    pub(super) aside: bool,
    /// What was going on or how much it has come to (`were waiting`, `have now killed over 300`): not begun that day, so of
    /// the story's day only in the sentence that tells the story.
    pub(super) running: bool,
    /// What a court does, or that a study is printed: the story of the case, and what was found, are earlier.
    pub(super) court: bool,
    /// The one person whose death of no sudden cause it tells, by the hash of the name's last word.
    pub(super) dead: Option<u64>,
    /// The hash of the last word before its verb, `he` and `she` included.
    pub(super) subject_word: u64,
    /// Its words of time, where they are those of someone quoted.
    pub(super) spoken: Option<Spoken>,
    /// For what was said, the saying.
    pub(super) saying: Option<usize>,
    /// A noun that the words around it put ahead of who writes: `the favourite in Sunday's election`.
    pub(super) ahead: bool,
    /// Gives its date to others but is not shown.
    pub(super) hidden: bool,
    /// The day of the entry it stands in: that of the hour at its head, or of the dated line above it.
    pub(super) under: Option<Dated>,
    /// The event it is counted from.
    pub(super) counted: Option<Counted>,
    /// How far before an event told elsewhere it lies.
    pub(super) back: Option<Back>,
    /// With the clause around it, to be shown where that has no entry of its own.
    pub(super) whole: Option<Whole>,
    /// Whose it is, for a noun whose first word is `his` or `its`: the subject of the clause around it.
    pub(super) owner: Option<TokenRange>,
    /// Where it is what someone said: the words with who says so.
    pub(super) told_by: Option<TokenRange>,
    /// For a saying on a day of its own: the words it quotes.
    pub(super) cites: Option<TokenRange>,
}

/// How far a clause is searched for a word; longer ones are no prose, and the work must stay linear.
pub(super) const FAR: u32 = 80;

/// How many words of time of one clause are looked at, for the same reason.
pub(super) const MANY: usize = 32;

/// Finds the candidates of all sentences that tell the story, in order of the text, in slices.
#[derive(Debug, Default)]
pub(super) struct Finder {
    pub(super) found: Vec<Candidate>,
    /// Nouns that name an event told elsewhere, in order of the text.
    pub(super) named: Vec<Named>,
    /// Sentences that answer what was said before them.
    pub(super) replies: Vec<Reply>,
    /// Words of time of those who are quoted.
    pub(super) spoken: Vec<Spoken>,
    /// How many timexes and anchors lie before the sentence that comes next.
    timexes: usize,
    anchors: usize,
    quote: Quote,
    entry: Entry,
    /// A sentence of the story was read.
    begun: bool,
}

impl Finder {
    /// Reads the sentences `range`, which follow those read before.
    pub(super) fn scan(&mut self, doc: &Document, times: &Times, range: Range<usize>) {
        for number in range {
            let (timexes, anchors) = (&times.timexes[self.timexes..], &times.anchors[self.anchors..]);
            let here = timexes.partition_point(|t| (t.sentence as usize) <= number);
            let named = anchors.partition_point(|a| (a.sentence as usize) <= number);
            let block = doc.sentences[number].block;
            if self.quote.block != block {
                self.quote = Quote { block, open: false };
            }
            let kind = doc.block_of(number).kind;
            self.entry.read(doc, number, &timexes[..here], times);
            // A block the outline has not settled is running text.
            // `Claim: The bridge fell on Friday.`, in what checks it.
            let text = doc.block_of(number).span.of(&doc.text);
            let claim = text.get(..6).is_some_and(|label| label.eq_ignore_ascii_case("claim:"));
            if !claim && (kind.is_story() || kind == BlockKind::Caption && here > 0) {
                let (timexes, anchors) = (&timexes[..here], &anchors[..named]);
                let published = times.published.date.as_deref();
                let mut reader = Reader::new(doc, number, timexes, anchors, published, &mut self.quote);
                reader.entry = self.entry.clone();
                reader.opens = !self.begun;
                reader.read(&mut self.found);
                reader.named(&mut self.named);
                self.replies.extend(reader.reply());
                reader.all_spoken(&mut self.spoken);
            }
            self.begun |= kind.is_story();
            self.timexes += here;
            self.anchors += named;
        }
    }
}

/// One sentence, read.
pub(super) struct Reader<'a> {
    pub(super) doc: &'a Document,
    pub(super) number: usize,
    pub(super) parse: &'a Parse,
    /// Where the words behind a dateline begin, once asked for.
    pub(super) dateline: OnceCell<u32>,
    pub(super) timexes: Cow<'a, [Timex]>,
    pub(super) anchors: &'a [Anchor],
    /// For each token of the sentence: inside quotation marks.
    pub(super) quoted: Vec<bool>,
    /// Its words and their senses: each is asked for again and again.
    words: Vec<(&'a str, Sense)>,
    first: u32,
    /// The publication date.
    pub(super) published: Option<&'a str>,
    pub(super) entry: Entry,
    /// No sentence of the story stands before it.
    pub(super) opens: bool,
}

impl<'a> Reader<'a> {
    fn new(
        doc: &'a Document,
        number: usize,
        timexes: &'a [Timex],
        anchors: &'a [Anchor],
        published: Option<&'a str>,
        quote: &mut Quote,
    ) -> Self {
        let range = doc.sentences[number].tokens.range();
        let first = range.start as u32;
        let (mut quoted, mut words) = (Vec::with_capacity(range.len()), Vec::with_capacity(range.len()));
        for token in &doc.tokens[range] {
            let word = token.span.of(&doc.text);
            words.push((word, sense(token.hash)));
            match word {
                _ if token.kind != TokenKind::Mark => {}
                "“" => quote.open = true,
                "”" => quote.open = false,
                "\"" => quote.open = !quote.open,
                _ => {}
            }
            quoted.push(quote.open);
        }
        Reader {
            doc,
            number,
            parse: grammar::parse(doc, number),
            dateline: OnceCell::new(),
            timexes: ranges::join(doc, timexes),
            anchors,
            quoted,
            words,
            first,
            published,
            entry: Entry::default(),
            opens: false,
        }
    }

    fn read(&mut self, out: &mut Vec<Candidate>) {
        if self.is_taken_out() {
            return;
        }
        let held = self.held();
        let mut dates = self.dates(&held);
        let own: Vec<bool> = dates.iter().map(Option::is_some).collect();
        let study = self.is_found_by_study();
        let mut further = Vec::new();
        let mut number: Vec<Option<usize>> = vec![None; self.parse.clauses.len()];
        for clause in 0..self.parse.clauses.len() {
            let dated = dates[clause].take();
            if !self.is_unit(clause, dated.is_some())
                || self.only_continues(clause)
                || self.is_either(clause)
                || self.is_alternative(clause)
                || self.interrupts(clause)
                || !self.is_real(clause, dated.as_ref())
                || dated.is_some()
                    && (self.is_in_preamble(clause, &own, &held)
                        || self.is_held_object(clause, &held)
                        || self.is_put_out(clause, &own))
            {
                continue;
            }
            let Some(verb) = self.verb(clause).copied() else { continue };
            if self.is_anchored(TokenRange::new(verb.main, verb.main + 1)) {
                // `the Berlin Wall fell`: it has its date already.
                continue;
            }
            let kind = self.parse.clauses[clause].kind;
            let with = self.ancestors(clause).filter(|&p| !self.is_reason_past(clause, p)).find_map(|p| number[p]);
            let ahead = |tense| matches!(tense, VerbTense::Future | VerbTense::Modal);
            // `had led it since 1989 and was sent to York`: what began then is not what followed.
            let since = kind == ClauseKind::Coordinated
                && (self.parent(clause).is_some_and(|p| self.only_since(p)) || self.names_season(clause));
            let joined = match kind {
                _ if since => false,
                // `would close the plant by May and has opened another`; `being knighted in 1993, and won prizes`
                ClauseKind::Coordinated => with.is_none_or(|w| {
                    !(out[w].tense.is_some_and(ahead) && verb.tense == VerbTense::PresentPerfect
                        || out[w].tense == Some(VerbTense::None) && verb.tense != VerbTense::None)
                }),
                ClauseKind::Participial => true,
                ClauseKind::Subordinate => {
                    let ahead = with.is_some_and(|w| out[w].tense == Some(VerbTense::Future));
                    (verb.tense == VerbTense::Future) == ahead
                        && attach::is_same_time(self.doc, self.parse, clause, with.and_then(|w| out[w].dated.as_ref()))
                }
                _ => false,
            };
            let sense = self.meaning(clause, &verb);
            let mut tokens = self.shown(clause);
            let dated = dated
                .or_else(|| self.date_of_count(clause, &verb, &held))
                .or_else(|| self.date_counted_back(clause, &verb, with.map(|w| &out[w])))
                .or_else(|| self.date_of_noun(tokens, &verb, &held))
                .or_else(|| self.date_of_relative(clause, &verb, &dates))
                .or_else(|| self.date_of_object(clause, &verb, &held))
                .or_else(|| self.date_of_subject(clause, &verb, &held))
                .or_else(|| self.date_of_preamble(clause, &verb, &held))
                .or_else(|| self.date_of_stretch(clause, &verb))
                .or_else(|| self.date_of_antecedent(clause, &verb, &held))
                .or_else(|| self.date_shortly_after(clause, &verb))
                .or_else(|| self.date_of_anchor(clause, &verb))
                .or_else(|| self.outlook(&verb))
                .or_else(|| self.date_of_now(clause, &verb))
                .or_else(|| self.date_of_dateline(clause, &verb))
                .and_then(|dated| self.checked(clause, &verb, dated));
            number[clause] = Some(out.len());
            // `The town will buy the mill, the mayor has announced`: what was announced stands before.
            let carried = self.is_carried(clause, &verb, sense, dated.as_ref(), number[0].and_then(|n| out.get(n)));
            // The day of a paper is none of what it tells.
            let source = carried.is_none() && self.is_source(clause);
            let dated = dated.filter(|_| !source);
            let behind = self.is_said_behind(clause, &verb, sense).or(carried);
            // `A team has found a reef, divers said on Monday`: once.
            if let Some(first) = carried.and_then(|said| number[said]) {
                out[first].hidden = true;
            }
            // `The town has bought the mill, the mayor has announced`: both would be of the story's day.
            let told = behind.and_then(|said| number[said]).is_some_and(|n: usize| {
                let past = matches!(out[n].tense, Some(VerbTense::Past | VerbTense::PresentPerfect));
                out[n].dated.is_some() || past && dated.is_none()
            });
            if let Some(said) = behind {
                tokens.start = self.shown(said).start.min(tokens.start);
            }
            let mut again = self.dates_again(clause, tokens, &held);
            let dated = dated.map(|dated| ranges::through(dated, &mut again, self.spends(clause)));
            if let Some(gap) = again.iter().find_map(|a| a.gap) {
                tokens = self.trim(TokenRange::new(tokens.start, gap));
            }
            if let Some(end) = self.before_dated_noun(clause, tokens, &held) {
                tokens.end = end;
            }
            tokens.end = self.before_aside(&verb, sense, tokens);
            let empty = self.is_only_said(clause, &verb, sense, dated.is_some())
                || self.only_tags(clause, &verb, tokens)
                || behind.is_none() && self.says_only_that(&verb, sense, tokens);
            let cited = self.cited(clause, &verb, sense, dated.as_ref()).filter(|_| empty);
            let bare = cited.map_or(tokens, |cited| cited.bare);
            tokens = cited.map_or(tokens, |cited| cited.whole);
            let of_an_age = self.is_of_an_age(clause);
            let when = kind == ClauseKind::Subordinate && with.is_some() && joined && dated.is_none();
            let around = with.and_then(|w| out[w].dated.as_ref());
            let last = if when { self.date_before_when(clause, around) } else { None };
            let dated = dated.or(last);
            let timed = dated.is_some();
            out.push(Candidate {
                sentence: self.number as u32,
                block: self.doc.sentences[self.number].block,
                tokens,
                subject: self.supplied(clause, tokens),
                own: self.own_words(clause, bare),
                main: verb.main,
                tense: Some(match self.parent(clause).and_then(|p| self.verb(p)) {
                    Some(outer)
                        if kind == ClauseKind::Subordinate
                            && matches!(
                                self.word(self.parse.clauses[clause].tokens.start),
                                "when" | "once" | "When" | "Once" | "before"
                            )
                            && verb.tense == VerbTense::None
                            && outer.tense == VerbTense::Future =>
                    {
                        VerbTense::Future
                    }
                    // `posts that include a threat, earlier in the week`
                    _ if self.says_in_text(clause, &verb)
                        || self.holds_since(clause, &verb)
                        || verb.tense == VerbTense::Present && self.is_timed_earlier(clause) =>
                    {
                        VerbTense::Past
                    }
                    _ => self.tense(clause, &verb),
                }),
                sense,
                kind: self.bond(clause),
                sides: self.sides(clause, &verb, bare),
                quoted: self.is_quoted(verb.tokens.start),
                hour: self.names_hour(clause),
                play: self.names_stage(clause),
                hour_of: self.hour_of(clause),
                personal: self.is_personal(clause, &verb)
                    || kind == ClauseKind::Coordinated && with.is_some_and(|w| out[w].personal),
                said: self.is_said(clause),
                with: with.filter(|_| joined && !self.is_timed_by(clause, &held) && !self.is_heard_behind(clause)),
                dated,
                earlier: self.is_just_earlier(clause, &verb),
                elsewhen: of_an_age
                    || self
                        .parse
                        .clauses
                        .iter()
                        .enumerate()
                        .skip(clause + 1)
                        .take(8)
                        .any(|(number, child)| child.parent == Some(clause as u32) && self.is_other_time(number))
                    || self.is_elsewhen(clause, &held)
                    || self.names_season(clause)
                    // `has since left the town`: some time on the way.
                    || verb.tokens.range().any(|at| self.doc.word(at) == "since")
                    || self.is_timed_by(clause, &held)
                    || self.is_heard_behind(clause)
                    || study
                    || kind == ClauseKind::Coordinated
                        && with.is_some_and(|w| out[w].elsewhen && !out[w].earlier && out[w].dated.is_none()),
                onward: self.is_onward(clause) && !of_an_age,
                aside: of_an_age || self.is_aside(clause, &verb) || self.is_told_behind_deed(clause, &held),
                running: self.is_running(clause, &verb),
                court: self.sense(verb.main).is(Sense::COURT)
                    || self.finds_guilty(&verb)
                    || self.prints_findings(clause, &verb)
                    || carried.is_some() && self.brings_out(tokens, &verb),
                dead: self.dead(&verb),
                subject_word: self.subject_word(clause, &verb),
                spoken: self.spoken(clause, &held),
                saying: None,
                ahead: false,
                hidden: told
                    || source
                    || carried.is_none() && cited.is_none() && self.is_only_said(clause, &verb, sense, timed)
                    || self.says_nothing(tokens)
                    || cited.is_none() && self.only_tags(clause, &verb, tokens)
                    || self.lacks_subject(clause, &verb, tokens)
                    // `The wedding, it turned out, went ahead`
                    || kind == ClauseKind::Main && self.parent(clause).is_some()
                    || self.lower(tokens.start) == "having" && self.supplied(clause, tokens).is_none()
                    || behind.is_none() && cited.is_none() && self.says_only_that(&verb, sense, tokens)
                    || carried.is_none() && self.says_only_when(&verb, tokens)
                    || !timed && self.is_by_the_time(self.parse.clauses[clause].tokens.start)
                    || !timed && self.only_judges(clause, &verb),
                under: self.entry.under.clone(),
                counted: self.counted(clause, &held),
                back: self.back(clause, &verb),
                whole: self.with_what_followed(clause, tokens).filter(|_| timed && again.is_empty()),
                // `its report issued on Monday`
                owner: self
                    .owner(tokens)
                    .filter(|_| {
                        // `had been missing since his boat sank on Monday`
                        kind == ClauseKind::Subordinate
                            || kind == ClauseKind::Participial && verb.passive && verb.tense == VerbTense::None
                    })
                    .filter(|_| !tokens.range().take(4).any(|at| self.is_of(at as u32, Group::Kin))),
                told_by: None,
                cites: cited.map(|cited| cited.quote),
            });
            let first = out.len() - 1;
            self.join_pair(with, first, out);
            let mut last = None;
            let told = TokenRange::new(tokens.start, verb.tokens.end);
            let whole = tokens;
            for Again { gap, end, shares, dated } in again {
                // `an operation in 1999 and 2001`
                let gap = gap.or(last);
                last = gap.filter(|_| !shares);
                let tokens = gap.map_or(tokens, |gap| self.trim(TokenRange::new(gap, end)));
                // `sailed to York in May and Hull in June`
                let to = |at: u32| self.word(at) == "to" || self.sense(at).is(Sense::PREPOSITION);
                let bare = to(told.end) && !to(tokens.start) && !matches!(self.word(tokens.start), "back" | "on");
                let told = TokenRange::new(told.start, told.end + u32::from(bare));
                let own = match gap {
                    Some(_) if shares => vec![told, tokens],
                    Some(_) => vec![tokens],
                    None => out[first].own.clone(),
                };
                further.push(Candidate {
                    tokens,
                    subject: match gap {
                        // `is set to play Hull today and face York on Friday`
                        Some(gap)
                            if !shares
                                && grammar::may_be_verb(self.doc, gap as usize)
                                && !grammar::is_many_with_verb(self.doc, gap as usize) =>
                        {
                            Some(TokenRange::new(whole.start, verb.main)).filter(|subject| !subject.is_empty())
                        }
                        Some(_) => Some(told).filter(|_| shares),
                        None => out[first].subject,
                    },
                    own,
                    dated: Some(dated),
                    with: None,
                    ..out[first].clone()
                });
            }
        }
        self.date_of_when(&number, out);
        out.append(&mut further);
        self.settle_sayings(&number, out);
        self.attribute(&number, out);
        self.nouns(&held, out);
        out.extend(self.verbless(out));
        sayings::hide_repeats(self.doc, &self.timexes, out, self.number as u32);
        self.hide_inner(out);
    }

    /// `was seized and killed on Monday`: two verbs side by side are one entry, with one time.
    fn join_pair(&self, with: Option<usize>, this: usize, out: &mut [Candidate]) {
        let Some(before) = with.filter(|&w| out[w].sentence == out[this].sentence) else { return };
        let (main, start) = (out[this].main, out[this].tokens.start);
        // `Nine were killed and 30 injured on Friday`: one toll.
        let toll = |c: &Candidate| c.sense.is(Sense::TOLL) && !c.hidden && c.tense != Some(VerbTense::None);
        let gap = start.checked_sub(out[before].tokens.end).filter(|&gap| (1..=2).contains(&gap));
        let and = gap.is_some() && self.word(start - 1) == "and";
        // Not `a soldier was killed in York`, behind a blast in Leeds.
        let counts = |at: u32| {
            attach::is_counted(self.doc, at)
                || matches!(self.word(at), "another" | "dozens" | "hundreds" | "many" | "more" | "others" | "several")
        };
        let and = and && (start == main || (start..main).any(counts));
        // Each with a day of its own.
        let apart = out[this].dated.is_some() && out[before].dated.is_some();
        if and && !apart && toll(&out[before]) && toll(&out[this]) && out[this].tokens.end - main < FAR / 4 {
            let dated = out[this].dated.clone();
            // `Nine were killed and 30 were hurt on Friday` are two, of one day.
            if self.parse.verb_at(main).is_none_or(|verb| verb.tokens.len() > 1) {
                out[before].dated = out[before].dated.take().or(dated);
                return;
            }
            let own = std::mem::take(&mut out[this].own);
            out[before].own.extend(own);
            out[before].tokens.end = out[this].tokens.end;
            out[before].dated = out[before].dated.take().or(dated);
            out[this].hidden = true;
            return;
        }
        let side = self.word(main.wrapping_sub(1)) == "and" && out[before].main + 2 == main && start + 1 >= main;
        // `has shot and killed nine people`, which only the story dates
        let undated = out[this].dated.is_none() && out[before].dated.is_none() && out[this].with == Some(before);
        if side && undated && out[before].tense == Some(VerbTense::PresentPerfect) {
            out[before].tokens.end = out[this].tokens.end.max(out[before].tokens.end);
            let own = std::mem::take(&mut out[this].own);
            out[before].own.extend(own);
            out[this].hidden = true;
            return;
        }
        if side
            && out[this].dated.is_some()
            && out[before].dated.is_none()
            && out[before].tense != Some(VerbTense::None)
        {
            out[this].tokens.start = out[before].main;
            out[before].hidden = true;
        }
    }

    /// True when the words are, in part, the name of a well-known event.
    pub(super) fn is_anchored(&self, tokens: TokenRange) -> bool {
        self.anchor(tokens).is_some()
    }

    /// Where the name of a well-known event ends that the words are a part of.
    pub(super) fn anchor(&self, tokens: TokenRange) -> Option<u32> {
        let after = self.anchors.partition_point(|a| a.tokens.start < tokens.end);
        self.anchors[..after].last().map(|a| a.tokens.end).filter(|end| *end > tokens.start)
    }

    pub(super) fn verb(&self, clause: usize) -> Option<&VerbGroup> {
        self.parse.clauses[clause].verb.map(|v| &self.parse.verbs[v as usize])
    }

    pub(super) fn parent(&self, clause: usize) -> Option<usize> {
        self.parse.clauses[clause].parent.map(|p| p as usize)
    }

    /// The clause around `clause`, and while that has no tense, the one around it.
    pub(super) fn ancestors(&self, clause: usize) -> impl Iterator<Item = usize> + '_ {
        let untensed = |c: usize| self.verb(c).is_none_or(|v| v.tense == VerbTense::None);
        let mut at = self.parent(clause);
        std::iter::from_fn(move || {
            let this = at?;
            at = self.parent(this).filter(|_| untensed(this));
            Some(this)
        })
        .take(8)
    }

    pub(super) fn is_quoted(&self, at: u32) -> bool {
        self.quoted[(at - self.doc.sentences[self.number].tokens.start) as usize]
    }

    pub(super) fn word(&self, at: u32) -> &'a str {
        let own = self.words.get(at.wrapping_sub(self.first) as usize);
        own.map_or_else(|| self.doc.word(at as usize), |own| own.0)
    }

    /// The senses of token `at`.
    pub(super) fn sense(&self, at: u32) -> Sense {
        let own = self.words.get(at.wrapping_sub(self.first) as usize);
        // Of another sentence.
        own.map_or_else(|| self.doc.tokens.get(at as usize).map_or(Sense::default(), |t| sense(t.hash)), |own| own.1)
    }

    /// True where token `at` is a word of the group.
    pub(super) fn is_of(&self, at: u32, group: Group) -> bool {
        lexicon::is_of(self.doc, at, group)
    }

    pub(super) fn lower(&self, at: u32) -> Cow<'_, str> {
        self.doc.lower(at as usize)
    }
}

/// True for a word that begins with a capital letter.
pub(super) fn is_capital(doc: &Document, at: u32) -> bool {
    doc.tokens.get(at as usize).is_some_and(|token| !matches!(token.case, Case::Lower | Case::None))
}
