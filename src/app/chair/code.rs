//! The pieces of code that the builder gives, and which of them comes first for what a site is made with.

/// A piece of code to be copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Lines for the head of the page.
    Head,
    /// HTML for any page.
    Html,
    /// The looks, for the site's style sheet.
    Looks,
    /// A script that listens to the events.
    Events,
    /// The shortcode of the plugin for `WordPress`.
    Shortcode,
    /// A frame.
    Frame,
    /// The address of the own page, for sites that make the frame themselves.
    Address,
    /// What the site's policy needs for the element.
    Policy,
    /// What it needs for the frame.
    FramePolicy,
}

impl Code {
    /// Id of its field.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Head => "builder-head",
            Self::Html => "builder-html",
            Self::Looks => "builder-css",
            Self::Events => "builder-script",
            Self::Shortcode => "builder-shortcode",
            Self::Frame => "builder-frame",
            Self::Address => "builder-address",
            Self::Policy => "builder-policy",
            Self::FramePolicy => "builder-frame-policy",
        }
    }
}

/// What a site is made with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeWith {
    /// Something else, or nobody knows.
    Other,
    /// `WordPress`, with any editor or page builder.
    WordPress,
    /// Drupal.
    Drupal,
    /// Wix.
    Wix,
    /// Squarespace.
    Squarespace,
    /// Webflow.
    Webflow,
    /// Google Sites.
    GoogleSites,
    /// `SharePoint`.
    SharePoint,
    /// Moodle.
    Moodle,
}

impl MadeWith {
    /// All, in the order of the form.
    pub const ALL: [Self; 9] = [
        Self::Other,
        Self::WordPress,
        Self::Drupal,
        Self::Wix,
        Self::Squarespace,
        Self::Webflow,
        Self::GoogleSites,
        Self::SharePoint,
        Self::Moodle,
    ];

    /// Its value in the list.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::WordPress => "wordpress",
            Self::Drupal => "drupal",
            Self::Wix => "wix",
            Self::Squarespace => "squarespace",
            Self::Webflow => "webflow",
            Self::GoogleSites => "google-sites",
            Self::SharePoint => "sharepoint",
            Self::Moodle => "moodle",
        }
    }

    /// The one with this value.
    pub fn parse(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|made_with| made_with.id() == id)
    }

    /// The code to try first. Some take a frame alone, and make it themselves.
    pub const fn first(self) -> Code {
        match self {
            Self::Other | Self::Drupal | Self::Squarespace | Self::Webflow => Code::Html,
            Self::WordPress => Code::Shortcode,
            Self::Wix | Self::GoogleSites | Self::SharePoint | Self::Moodle => Code::Address,
        }
    }
}
