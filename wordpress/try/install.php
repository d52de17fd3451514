<?php
// Installs the WordPress in the folder of the first argument, with an administrator and an editor who may not write
// scripts. Says its version.

define( 'WP_INSTALLING', true );
require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';

// Nobody reads the letter about the new site.
add_filter( 'pre_wp_mail', '__return_true' );
wp_install( 'A trial', 'administrator', 'administrator@example.org', false, '', 'trial' );
// Pictures of people come from another host.
update_option( 'show_avatars', 0 );

$editor = new WP_User( wp_create_user( 'editor', 'trial', 'editor@example.org' ) );
$editor->set_role( 'editor' );
$editor->add_cap( 'unfiltered_html', false );

// What greets a newcomer to the editor would stand before it.
$greeted = array(
	'core'           => array( 'enableChoosePatternModal' => false ),
	'core/edit-post' => array( 'welcomeGuide' => false ),
	'_modified'      => gmdate( 'c' ),
);
foreach ( get_users() as $user ) {
	update_user_meta( $user->ID, 'wp_persisted_preferences', $greeted );
}

echo get_bloginfo( 'version' ), ' with the theme ', wp_get_theme()->get( 'Name' ), ' ', wp_get_theme()->get( 'Version' );
