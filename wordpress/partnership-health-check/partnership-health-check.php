<?php
/**
 * Plugin Name:       Partnership health check
 * Description:       A check that partners take to find out how well their partnership works, as a block and a shortcode. Answers stay in the visitor’s browser.
 * Version:           {{version}}
 * Requires at least: 6.1
 * Requires PHP:      7.2
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       partnership-health-check
 * Domain Path:       /languages
 * Update URI:        false
 *
 * The block and the shortcode write the same tag. The program behind it is in the folder embed, and the visitor's
 * browser does the rest: no database, no cookie, no call to another host.
 *
 * @package PartnershipHealthCheck
 */

namespace PartnershipHealthCheck;

if ( ! defined( 'ABSPATH' ) ) {
	exit;
}

const VERSION = '{{version}}';
const NAME    = 'partnership-health-check';

/** Attributes that take one of a few words. */
const CHOICES = array(
	'kind'          => array( 'consortium', 'commissioning', 'grant', 'prime', 'other' ),
	'length'        => array( 'full', 'quick' ),
	'side'          => array( 'first', 'second' ),
	'heading-level' => array( '1', '2', '3', '4', '5', '6' ),
	'loading'       => array( 'lazy', 'eager' ),
	'link-base'     => array( 'host', 'own' ),
);

/** Attributes that take a text of this form. */
const FORMS = array(
	'words'       => '/^[\P{Cc}\r\n]{1,5000}$/Du',
	'invitation'  => '/^[A-Za-z0-9_-]{8,9000}$/D',
	'lang'        => '/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/D',
	'storage-key' => '/^[A-Za-z0-9-]{1,40}$/D',
	'keep'        => '/^[A-Za-z0-9_-]{1,40}( [A-Za-z0-9_-]{1,40}){0,9}$/D',
);

/** What a page's address is known by where it has no name of its own, or several languages. */
const QUERY = 'p page_id lang';

add_action( 'init', __NAMESPACE__ . '\start' );
add_action( 'admin_init', __NAMESPACE__ . '\suggest_privacy_text' );
add_action( 'wp_head', __NAMESPACE__ . '\head', 0 );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\as_module', 10, 2 );

/** Makes the block and the shortcode known. */
function start() {
	// Its words come with it: those that WordPress looks for by itself are made on wordpress.org.
	load_plugin_textdomain( NAME, false, NAME . '/languages' );
	add_shortcode( 'partnership_health_check', __NAMESPACE__ . '\shortcode' );
	$block = register_block_type( __DIR__ . '/block', array( 'render_callback' => __NAMESPACE__ . '\block' ) );
	if ( $block ) {
		foreach ( $block->editor_script_handles as $script ) {
			wp_set_script_translations( $script, NAME, __DIR__ . '/languages' );
		}
	}
}

/** Offers a text under Settings, Privacy: that of docs/privacy.md for a check inside a page. */
function suggest_privacy_text() {
	$shown  = __( 'The partnership health check on our pages runs in your browser. Your answers are kept on your device so that you can go on later. The check itself sends them to nobody, sets no cookie and counts no visits; what else our pages do stands in the rest of this notice. You can delete your answers in the check, on its page “Privacy”. If you send someone your summary link, they can read what it holds. It opens our page, and other programs of that page may see it.', 'partnership-health-check' );
	$advice = __( 'If scripts of your pages may read scores, add:', 'partnership-health-check' );
	$scores = __( 'When you look at your result, our page is told your scores, from which some answers can be worked out.', 'partnership-health-check' );
	$text   = '<p>' . esc_html( $shown ) . '</p><p class="privacy-policy-tutorial">' . esc_html( $advice ) . '</p><p>' . esc_html( $scores ) . '</p>';
	wp_add_privacy_policy_content( __( 'Partnership health check', 'partnership-health-check' ), $text );
}

/**
 * The shortcode. It takes the attributes of the tag.
 *
 * @param array|string $given What stands in the brackets.
 */
function shortcode( $given ) {
	return check( is_array( $given ) ? $given : array(), 'class="wp-block-partnership-health-check-check"' );
}

/**
 * The block, with the same attributes.
 *
 * @param array $given What the editor chose.
 */
function block( $given ) {
	return check( $given, get_block_wrapper_attributes() );
}

/**
 * The tag, and the sentence that shows until the program runs, or if it cannot.
 *
 * @param array  $given   Attributes from whoever wrote the page.
 * @param string $wrapper Attributes of the element around it, already escaped.
 */
function check( $given, $wrapper ) {
	$known    = known( $given );
	$sentence = esc_html__( 'The partnership health check needs JavaScript. If it does not start here, load the page again.', 'partnership-health-check' );
	$sentence = "<p>$sentence</p>";
	if ( '' !== $known['own-page'] ) {
		$words     = esc_html__( 'Take the partnership health check on its own page', 'partnership-health-check' );
		$sentence .= '<p><a href="' . esc_url( $known['own-page'], array( 'http', 'https' ) ) . "\">$words</a></p>";
	}
	// A feed takes no scripts.
	if ( is_feed() ) {
		return $sentence;
	}
	load();
	$written = '';
	foreach ( $known as $name => $value ) {
		$written .= ' ' . $name . '="' . ( 'own-page' === $name ? esc_url( $value, array( 'http', 'https' ) ) : esc_attr( $value ) ) . '"';
	}
	return "<div $wrapper><partnership-health-check$written>$sentence</partnership-health-check></div>";
}

/**
 * Those attributes that the tag has, with a value that makes sense. All others are left out.
 *
 * @param array $given Attributes from whoever wrote the page.
 */
function known( $given ) {
	$given = array_filter( $given, 'is_scalar' );
	$known = array();
	foreach ( CHOICES as $name => $choices ) {
		if ( isset( $given[ $name ] ) && in_array( (string) $given[ $name ], $choices, true ) ) {
			$known[ $name ] = (string) $given[ $name ];
		}
	}
	foreach ( FORMS as $name => $form ) {
		if ( isset( $given[ $name ] ) && preg_match( $form, (string) $given[ $name ] ) ) {
			$known[ $name ] = (string) $given[ $name ];
		}
	}
	$known['keep'] = isset( $known['keep'] ) ? QUERY . ' ' . $known['keep'] : QUERY;

	$page = isset( $given['own-page'] ) ? (string) $given['own-page'] : '';
	// Without one the tag says that there is none: the program would look for it beside its files.
	$known['own-page'] = preg_match( '~^https?://~i', $page ) ? esc_url_raw( $page, array( 'http', 'https' ) ) : '';
	if ( '' === $known['own-page'] ) {
		unset( $known['link-base'] );
	}
	// Sites of a network in sub-folders share one storage in the browser, and are different organisations.
	if ( ! isset( $known['storage-key'] ) && is_multisite() && ! is_subdomain_install() ) {
		$known['storage-key'] = 'site-' . get_current_blog_id();
	}
	// WordPress hands over what stands alone, as in `[partnership_health_check scores]`, under a number.
	$alone  = array_filter( $given, 'is_int', ARRAY_FILTER_USE_KEY );
	$scores = isset( $given['scores'] ) ? $given['scores'] : in_array( 'scores', $alone, true );
	$scores = is_string( $scores ) ? strtolower( $scores ) : $scores;
	if ( in_array( $scores, array( true, 1, '1', 'true', 'scores' ), true ) ) {
		$known['scores'] = '';
	}
	return $known;
}

/**
 * The first script of a page that shows the check: it takes a summary link out of the page's address before scripts that
 * count visitors can read it, and hands it to the program. A theme or a widget that writes the check without being the
 * content of the page is not seen here; the program then takes the link out when it comes.
 */
function head() {
	$shows = false;
	foreach ( array_filter( array_map( 'get_post', (array) $GLOBALS['wp_query']->posts ) ) as $post ) {
		$shows = $shows || has_block( NAME . '/check', $post ) || has_shortcode( $post->post_content, 'partnership_health_check' );
	}
	if ( $shows ) {
		wp_print_inline_script_tag( file_get_contents( plugin_dir_path( __FILE__ ) . 'embed/head.js' ) );
	}
}

/** Asks for the program, once a page, and only on pages that show the check. */
function load() {
	$address = plugins_url( 'embed/partnership-health-check.js', __FILE__ );
	if ( function_exists( 'wp_enqueue_script_module' ) ) {
		// What the page shows first comes before it, from WordPress 6.9 on; earlier ones leave the last word out.
		wp_enqueue_script_module( NAME, $address, array(), VERSION, array( 'fetchpriority' => 'low' ) );
	} else {
		// Before WordPress 6.5.
		wp_enqueue_script( NAME, $address, array(), VERSION, true );
	}
}

/**
 * Makes the tag of our script, and of no other, that of a module.
 *
 * @param string $tag    The tag that WordPress wrote.
 * @param string $handle The name of the script.
 */
function as_module( $tag, $handle ) {
	if ( NAME !== $handle ) {
		return $tag;
	}
	// What WordPress or a plugin writes before and after it, without an address, stays a plain script.
	return preg_replace_callback(
		'/<script\b[^>]*\ssrc=[^>]*>/',
		function ( $script ) {
			$plain = preg_replace( '/\stype=(["\'])[^"\']*\1/', '', $script[0] );
			return str_replace( '<script', '<script type="module" fetchpriority="low"', $plain );
		},
		$tag
	);
}
