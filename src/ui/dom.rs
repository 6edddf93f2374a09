//! Small helpers over the browser. Invariant: nothing here (or anywhere in the interface) makes HTML from text.

use super::state::By;
use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Document, Element, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = setTimeout)]
    fn set_timeout(callback: &Function, milliseconds: u32) -> JsValue;
}

pub fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// Milliseconds, for measuring only.
pub fn now() -> f64 {
    web_sys::window().and_then(|w| w.performance()).map_or(0.0, |p| p.now())
}

/// Lets the browser do its own work before going on.
pub async fn pause() {
    let promise = js_sys::Promise::new(&mut |resolve, _| {
        set_timeout(&resolve, 0);
    });
    let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
}

/// All elements below `root` that match.
pub fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(list) = root.query_selector_all(selector) else { return Vec::new() };
    (0..list.length()).filter_map(|n| list.item(n)?.dyn_into().ok()).collect()
}

/// The number in an attribute.
pub fn number(element: &Element, attribute: &str) -> Option<u32> {
    element.get_attribute(attribute)?.split(' ').next()?.parse().ok()
}

/// True where the person asked for less motion.
pub fn still() -> bool {
    let query = web_sys::window().and_then(|w| w.match_media("(prefers-reduced-motion: reduce)").ok().flatten());
    query.is_none_or(|q| q.matches())
}

/// Brings an element into view: gliding where it is near, at once where it is far or motion is not wanted.
pub fn scroll_to(element: &Element, at: ScrollLogicalPosition) {
    let height = web_sys::window().and_then(|w| w.inner_height().ok()?.as_f64()).unwrap_or(0.0);
    let top = element.get_bounding_client_rect().top();
    let near = top > -height && top < 2.0 * height;
    let options = ScrollIntoViewOptions::new();
    options.set_behavior(if near && !still() { ScrollBehavior::Smooth } else { ScrollBehavior::Instant });
    options.set_block(at);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

/// What a click was made with: one by the keyboard, or by a program that stands for it, has no count.
pub fn by(click: &web_sys::MouseEvent) -> By {
    if click.detail() == 0 { By::Keys } else { By::Pointer }
}

/// The element that has the keyboard, in the document or shadow tree that `near` stands in.
pub fn focused(near: &Element) -> Option<Element> {
    let root = near.get_root_node();
    match root.dyn_ref::<web_sys::ShadowRoot>() {
        Some(shadow) => shadow.active_element(),
        None => document()?.active_element().filter(|element| element.local_name() != "body"),
    }
}

/// True where an element takes up room, so that it can have the keyboard.
pub fn is_shown(element: &Element) -> bool {
    element.is_connected() && element.get_bounding_client_rect().width() > 0.0
}

/// Moves the keyboard to an element without scrolling.
pub fn focus(element: &Element) {
    let options = web_sys::FocusOptions::new();
    options.set_prevent_scroll(true);
    let _ = element.unchecked_ref::<HtmlElement>().focus_with_options(&options);
}

/// Hands a text to the person as a file.
pub fn download(name: &str, kind: &str, text: &str) -> Option<()> {
    let bag = web_sys::BlobPropertyBag::new();
    bag.set_type(kind);
    let parts = js_sys::Array::of1(&text.into());
    let blob = web_sys::Blob::new_with_str_sequence_and_options(&parts, &bag).ok()?;
    let address = web_sys::Url::create_object_url_with_blob(&blob).ok()?;
    let link: web_sys::HtmlAnchorElement = document()?.create_element("a").ok()?.dyn_into().ok()?;
    link.set_href(&address);
    link.set_download(name);
    link.click();
    web_sys::Url::revoke_object_url(&address).ok()
}
