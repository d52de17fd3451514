<?php
// The site is in Welsh from now on. Says so if it is not.

require $argv[1] . '/wp-load.php';

// WordPress takes a language of which it has words of its own. Its package comes from another host, so a file stands in.
wp_mkdir_p( WP_LANG_DIR );
copy( WP_PLUGIN_DIR . '/partnership-health-check/languages/partnership-health-check-cy.mo', WP_LANG_DIR . '/cy.mo' );
update_option( 'WPLANG', 'cy' );
if ( 'cy' !== get_option( 'WPLANG' ) ) {
	echo "The site is not in Welsh.\n";
}
