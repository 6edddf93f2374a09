//! The time axis: the events as dots, far dates drawn nearer together. For the pointer alone; the list says the same.

use super::dates::{self, Grain, Length};
use super::state::{Action, By, Pick, Reading, Selection};
use super::when::certainty;
use crate::document::sort_by_key;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct AxisProps {
    pub reading: Reading,
    pub selection: Option<Selection>,
    pub on: Callback<Action>,
}

/// Height of the line, of one dot above it, and of the highest pile.
const LINE: f64 = 66.0;
const DOT: f64 = 13.0;
const PILE: usize = 3;
/// Piles per cent of the width.
const COLUMNS: f64 = 1.2;
/// Piles between two counts.
const APART: usize = 5;

#[component]
pub fn Axis(props: &AxisProps) -> Html {
    let analysis = &props.reading.analysis;
    let placed: Vec<(u32, dates::When)> =
        analysis.events.iter().enumerate().filter_map(|(n, e)| Some((n as u32, dates::read(&e.date)?))).collect();
    let published = analysis.published.date.as_deref().and_then(dates::read);
    if placed.windows(2).all(|pair| pair[0].1.first == pair[1].1.first) {
        return html! {};
    }
    let scale = Scale::new(placed.iter().flat_map(|(_, w)| [w.first, w.last]).chain(published.map(|p| p.first)));
    let mut piles = [0; (100.0 * COLUMNS) as usize + 1];
    let dots = placed.iter().filter_map(|(number, when)| {
        let (from, to) = (scale.at(when.first), scale.at(when.last));
        let middle = (from + to) / 2.0;
        let pile = &mut piles[(middle * COLUMNS) as usize];
        *pile += 1;
        (*pile <= PILE).then(|| dot(props, *number, *when, (from, middle, to), LINE - DOT * *pile as f64))
    });
    let dots: Html = dots.collect();
    // What has no room in its pile is counted above it; neighbours are counted together.
    let mut counts: Vec<(usize, usize)> = Vec::new();
    for (column, pile) in piles.into_iter().enumerate().filter(|(_, pile)| *pile > PILE) {
        let more = pile - PILE;
        match counts.last_mut() {
            Some((last, sum)) if column - *last < APART => *sum += more,
            _ => counts.push((column, more)),
        }
    }
    let hidden = counts.into_iter().map(|(column, count)| {
        html! { <text class="more" x={percent((column as f64 - 0.1) / COLUMNS)} y={(LINE - DOT * PILE as f64 - 6.5).to_string()}>{ format!("+{count}") }</text> }
    });
    let hidden: Html = hidden.collect();
    html! {
        <svg class="axis" role="img" aria-label={format!("{} events on a time axis; the list of events says the same", placed.len())}>
            { for scale.spans().map(|(from, to, far)| html! {
                <line class={if far { "line far" } else { "line" }} x1={percent(from)} x2={percent(to)} y1={LINE.to_string()} y2={LINE.to_string()} />
            }) }
            if let Some(day) = published {
                <g class="day">
                    <line x1={percent(scale.at(day.first))} x2={percent(scale.at(day.first))} y1="1" y2={(LINE + 5.0).to_string()} />
                    <text x={percent(scale.at(day.first) + 0.9)} y="9">{ "published" }</text>
                    <title>{ format!("Published {}", dates::say(analysis.published.date.as_deref().unwrap_or(""), Length::Long)) }</title>
                </g>
            }
            { dots }
            { hidden }
            { labels(props, &placed, &scale) }
        </svg>
    }
}

fn dot(props: &AxisProps, number: u32, when: dates::When, (from, middle, to): (f64, f64, f64), y: f64) -> Html {
    let event = &props.reading.analysis.events[number as usize];
    let (on, pick) = (props.on.clone(), Pick::Event(number));
    let show = Callback::from(move |_: MouseEvent| on.emit(Action::Show(pick, By::Pointer)));
    let (form, _) = certainty(event);
    let words = event.words(&props.reading.analysis.text);
    html! {
        <g class={classes!("dot", form)} data-v={number.to_string()} onclick={show}>
            <title>{ format!("{}: {}", dates::say(&event.date, Length::Long), words) }</title>
            if when.grain != Grain::Day && to - from > 1.5 {
                <line class="spread" x1={percent(from)} x2={percent(to)} y1={y.to_string()} y2={y.to_string()} />
            }
            <circle class="reach" cx={percent(middle)} cy={y.to_string()} r="7" />
            if form == "planned" {
                // A nested svg: only that can stand at a share of the width.
                <svg x={percent(middle)} y={y.to_string()} overflow="visible"><path class="sign" d="M-3.5-4.5 4.5 0-3.5 4.5z" /></svg>
            } else {
                <circle class="sign" cx={percent(middle)} cy={y.to_string()} r="4.5" />
            }
        </g>
    }
}

/// The dates below the line, as many as have room; the year where it changes. A day or month whose year has no room is
/// left out: alone it would seem to be of the year before it.
fn labels(props: &AxisProps, placed: &[(u32, dates::When)], scale: &Scale) -> Html {
    let mut free = (f64::MIN, f64::MIN);
    let mut year: Option<String> = None;
    placed
        .iter()
        .filter_map(|(number, when)| {
            let date = &props.reading.analysis.events[*number as usize].date;
            let at = (scale.at(when.first) + scale.at(when.last)) / 2.0;
            let this = dates::divider(*when);
            let new = year.as_ref() != Some(&this);
            let half = half_width(&this);
            let long = (new && at - half >= free.1).then(|| {
                free.1 = at + half;
                year = Some(this.clone());
                html! { <text class="tick year" x={percent(at)} y={(LINE + 33.0).to_string()}>{ this }</text> }
            });
            let whole = matches!(when.grain, Grain::Year | Grain::Decade | Grain::Century);
            let words = dates::say(date, Length::Short);
            let half = half_width(&words);
            let short = (!whole && (long.is_some() || !new) && at - half >= free.0).then(|| {
                free.0 = at + half;
                html! { <text class="tick" x={percent(at)} y={(LINE + 17.0).to_string()}>{ words }</text> }
            });
            (short.is_some() || long.is_some()).then(|| html! { <>{ short }{ long }</> })
        })
        .collect()
}

/// Half of the room that words take below the line, with a gap, in per cent of the narrowest axis there is.
fn half_width(words: &str) -> f64 {
    const LETTER: f64 = 0.32;
    const GAP: f64 = 0.35;
    words.chars().count() as f64 * LETTER + GAP
}

fn percent(at: f64) -> String {
    format!("{}%", (at * 100.0).round() / 100.0)
}

/// Days to per cent of the width. A gap of a hundred years is not a hundred times as wide as one of a year: the width
/// of a gap grows with its logarithm, so that the dense days of a story have room.
struct Scale {
    days: Vec<i32>,
    at: Vec<f64>,
}

impl Scale {
    /// A scale for these days, of which there must be one.
    fn new(days: impl Iterator<Item = i32>) -> Self {
        let mut days: Vec<i32> = days.collect();
        sort_by_key(&mut days, |day| day.abs_diff(i32::MIN).into());
        days.dedup();
        let gaps = days.windows(2).map(|pair| 2.5 + f64::from(pair[1].saturating_sub(pair[0])).ln());
        let mut at = vec![0.0];
        for gap in gaps {
            at.push(at[at.len() - 1] + gap);
        }
        let whole = at[at.len() - 1];
        // Few dates stand together in the middle.
        let width = (25.0 * (at.len() - 1) as f64).min(92.0);
        for place in &mut at {
            *place = if whole > 0.0 { 50.0 + (*place / whole - 0.5) * width } else { 50.0 };
        }
        Scale { days, at }
    }

    /// The place of a day of the scale.
    fn at(&self, day: i32) -> f64 {
        self.at[self.days.partition_point(|d| *d < day).min(self.at.len() - 1)]
    }

    /// The line in parts: from, to, and whether it is drawn much shorter than the time it stands for.
    fn spans(&self) -> impl Iterator<Item = (f64, f64, bool)> {
        let inner = self.days.windows(2).zip(self.at.windows(2)).map(|(d, a)| (a[0], a[1], d[1] - d[0] > 45));
        let (first, last) = (self.at[0], self.at[self.at.len() - 1]);
        [(0.0, first, true), (last, 100.0, true)].into_iter().chain(inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn later_is_always_further_right() {
        let scale = Scale::new([0, 1, 2, 400, 40_000, -700_000].into_iter());
        assert!(scale.at.windows(2).all(|pair| pair[0] < pair[1]));
        assert_eq!((scale.at(-700_000), scale.at(40_000)), (4.0, 96.0));
        let near = Scale::new([20_000, 20_001].into_iter());
        assert_eq!((near.at(20_000), near.at(20_001)), (37.5, 62.5));
        assert!(scale.at(1) - scale.at(0) > 3.0, "a day next to a thousand years can still be seen");
    }

    #[test]
    fn one_day_stands_in_the_middle() {
        assert_eq!(Scale::new([7, 7].into_iter()).at(7), 50.0);
    }
}
