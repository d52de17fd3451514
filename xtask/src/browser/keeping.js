// A small browser for gjs that runs WebKit under its driver and keeps what pages store: `gjs keeping.js FOLDER`.

imports.gi.versions.Gtk = '3.0';
imports.gi.versions.WebKit2 = '4.1';
const { Gtk, WebKit2 } = imports.gi;
const [folder] = ARGV;

Gtk.init(null);
const kept = new WebKit2.WebsiteDataManager({
    base_data_directory: `${folder}/data`,
    base_cache_directory: `${folder}/cache`,
});
const context = WebKit2.WebContext.new_with_website_data_manager(kept);
context.connect('automation-started', (_, session) => {
    const about = new WebKit2.ApplicationInfo();
    // The name that the driver is told to ask for.
    about.set_name('MiniBrowser');
    session.set_application_info(about);
    session.connect('create-web-view', () => {
        const view = new WebKit2.WebView({ web_context: context, is_controlled_by_automation: true });
        const window = new Gtk.Window({ default_width: 1024, default_height: 768 });
        window.connect('destroy', () => Gtk.main_quit());
        window.add(view);
        window.show_all();
        return view;
    });
});
context.set_automation_allowed(true);
Gtk.main();
