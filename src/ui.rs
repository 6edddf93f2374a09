//! The interface: the page and the element `<article-lens>`. Absent here: finding anything in a text.
//!
//! Hooks that the browser tests (and hosts) may rely on:
//!
//! | where | hook |
//! | --- | --- |
//! | whole page | `#article-lens` holds `.lens[data-state=empty\|working\|result]` (on re-reading `aria-busy=true`) |
//! | paste box | `textarea#lens-box`, `button[data-do=read]`, `button[data-do=return]` (where there is an article to go back to), `input[type=file]#lens-file`, `[data-example=<slug>]` buttons |
//! | working | `progress#lens-progress`, `button[data-do=cancel]` |
//! | messages | `[data-warning=<code>]` inside `[role=status]`; `file` where the page itself says something of a file |
//! | result | `button[data-do=new]`, `button[data-do=edit]`, `input[type=date]#lens-published`, `[data-published-source]` |
//! | export | `details#lens-export`, `button[data-do=download-json]`, `button[data-do=copy-json]` |
//! | article | `.story`; blocks by tag (`h1`, `h2`…, `p`), rows of tables `.cells`; words of an entity `[data-e=<id>]`, of a date `[data-t=<n>]`, of events `[data-v~=<n>]` |
//! | outline | `[data-view=outline] a[data-s=<n>]` (`aria-current=true` on the one shown) |
//! | who | `[data-view=who] [data-kind=<kind>] button.chip[data-e=<id>]` with `.name` and `.count`; `aria-pressed` |
//! | when | `[data-view=when] li.row[data-v=<n>]` with `time[datetime]`, `.what`, `.because` (shown when selected), `button.tell[aria-expanded]`; `[data-unplaced]` holds the ones without a date |
//! | axis | `svg.axis [data-v=<n>]` |
//! | card | `.card[data-pick=entity\|date\|event]` with `.because`, which has the keyboard where it was opened by keys; `button[data-do=previous\|next\|close]` |
//! | correcting | in the card `button[data-do=correct]`; `#lens-editor` with `#lens-name`, `#lens-kind`, `#lens-other` and `button[data-do=rename\|kind\|merge\|split\|split-all\|hide\|done]`; then `.done button[data-do=undo-last]`; `#lens-made` lists what was corrected, each with `button[data-do=undo]`, and `button[data-do=undo-all]` |
//! | lights | `[data-lit]` on all that belongs to what is pointed at, `[data-on]` to what is selected (value: entity, date, event or section), `[data-shown]` on the words last scrolled to |
//! | narrow | `.tabs button[data-tab=outline\|who\|when]` with `aria-expanded` |
//! | element | the same inside its shadow root: `details[data-view=…]`; event `article-lens:analysis`, `detail` is the exported JSON |
//! | panic | event `article-lens:panic` (bubbles) on the mounted root, `detail` is the text that was being read |

mod app;
mod article;
mod axis;
mod card;
mod dates;
mod dom;
mod element;
mod host;
mod icons;
mod lights;
mod marks;
mod mend;
mod outline;
mod parts;
mod paste;
mod state;
mod toolbar;
mod when;
mod who;
mod work;

pub use element::{Lens, analyze, mount};

use wasm_bindgen::JsCast;

/// Starts the module: sets the panic hook and, where the document has `#article-lens`, mounts the page there.
pub fn start() {
    work::report_panics();
    if let Some(root) = dom::document().and_then(|d| d.get_element_by_id("article-lens")) {
        work::watch(root.unchecked_ref());
        root.set_text_content(None);
        yew::Renderer::<app::App>::with_root(root).render();
    }
}
