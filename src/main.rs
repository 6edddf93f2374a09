//! The page: mounts the interface.

fn main() {
    article_lens::ui::start();
}
