<?php
/**
 * What editor.js needs, for WordPress.
 *
 * @package PartnershipHealthCheck
 */

return array(
	'dependencies' => array( 'wp-block-editor', 'wp-blocks', 'wp-components', 'wp-element', 'wp-i18n' ),
	'version'      => '{{version}}',
);
