<?php
// Deletes the plugin. Says what of it is left in the database besides the pages, and nothing if all is well.

require $argv[1] . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';
require_once ABSPATH . 'wp-admin/includes/file.php';

$plugin = 'partnership-health-check/partnership-health-check.php';
deactivate_plugins( $plugin );
if ( true !== delete_plugins( array( $plugin ) ) ) {
	echo "The plugin cannot be deleted.\n";
}
$places = array(
	array( $wpdb->options, 'option_name' ),
	array( $wpdb->postmeta, 'meta_key' ),
	array( $wpdb->usermeta, 'meta_key' ),
	array( 'information_schema.tables', 'table_name' ),
);
foreach ( $places as list( $table, $column ) ) {
	foreach ( $wpdb->get_col( "SELECT $column FROM $table WHERE $column LIKE '%partnership%'" ) as $left ) {
		echo "$table: $left\n";
	}
}
