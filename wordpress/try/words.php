<?php
// What of the plugin's words is not Welsh on a site in Welsh. Says nothing if all is well.

require $argv[1] . '/wp-load.php';

$block = WP_Block_Type_Registry::get_instance()->get_registered( 'partnership-health-check/check' );
$words = array(
	$block->title                                       => 'Gwiriad iechyd partneriaeth',
	implode( ' ', $block->keywords )                    => 'partneriaeth consortiwm arolwg',
	__( 'The visitor chooses', 'partnership-health-check' ) => 'Yr ymwelydd sy’n dewis',
);
foreach ( $words as $said => $wanted ) {
	if ( $said !== $wanted ) {
		echo get_locale(), ": $said\n";
	}
}
