//! The words of the builder for what a site is made with.

use crate::app::chair::builder::MadeWith;
use crate::content::{Key, keys};

/// Its name in the list.
pub const fn name(made_with: MadeWith) -> Key {
    match made_with {
        MadeWith::Other => keys::builder::MADE_OTHER,
        MadeWith::WordPress => keys::builder::MADE_WORDPRESS,
        MadeWith::Drupal => keys::builder::MADE_DRUPAL,
        MadeWith::Wix => keys::builder::MADE_WIX,
        MadeWith::Squarespace => keys::builder::MADE_SQUARESPACE,
        MadeWith::Webflow => keys::builder::MADE_WEBFLOW,
        MadeWith::GoogleSites => keys::builder::MADE_GOOGLE_SITES,
        MadeWith::SharePoint => keys::builder::MADE_SHAREPOINT,
        MadeWith::Moodle => keys::builder::MADE_MOODLE,
    }
}

/// Where to paste the code, and what does not work there. See `docs/site-builders.md`.
pub const fn advice(made_with: MadeWith) -> Key {
    match made_with {
        MadeWith::Other => keys::builder::IN_OTHER,
        MadeWith::WordPress => keys::builder::IN_WORDPRESS,
        MadeWith::Drupal => keys::builder::IN_DRUPAL,
        MadeWith::Wix => keys::builder::IN_WIX,
        MadeWith::Squarespace => keys::builder::IN_SQUARESPACE,
        MadeWith::Webflow => keys::builder::IN_WEBFLOW,
        MadeWith::GoogleSites => keys::builder::IN_GOOGLE_SITES,
        MadeWith::SharePoint => keys::builder::IN_SHAREPOINT,
        MadeWith::Moodle => keys::builder::IN_MOODLE,
    }
}
