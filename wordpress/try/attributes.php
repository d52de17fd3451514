<?php
// What the shortcode makes of bad values. Says what is wrong, and nothing if all is well.

require $argv[1] . '/wp-load.php';

$open  = '<div class="wp-block-partnership-health-check-check"><partnership-health-check';
$cases = array(
	''                                                      => '',
	'kind="grant" side="second" length="quick"'             => ' kind="grant" length="quick" side="second"',
	'kind="none" side="third" length="" heading-level="7"'  => '',
	'heading-level="2" loading="lazy" link-base="own"'      => ' heading-level="2" loading="lazy" link-base="own"',
	'lang="cy" storage-key="a-1"'                           => ' lang="cy" storage-key="a-1"',
	'lang="cy&quot; onload=&quot;x" storage-key="a b"'      => '',
	'storage-key="' . str_repeat( 'a', 41 ) . '"'           => '',
	'onclick="alert(1)" style="color:red" class="x" id="y"' => '',
	'own-page="javascript:alert(1)"'                        => '',
	'own-page="data:text/html,x"'                           => '',
	'own-page="/check/"'                                    => '',
	'own-page="https://example.org/?a=1&b=\'2"'             => ' own-page="https://example.org/?a=1&#038;b=&#039;2"',
	'scores'                                                => ' scores=""',
	'scores="true"'                                         => ' scores=""',
	'scores="false"'                                        => '',
	'scores="0"'                                            => '',
	'kind="scores"'                                         => '',
);
foreach ( $cases as $given => $wanted ) {
	$written = do_shortcode( "[partnership_health_check $given]" );
	if ( 0 !== strpos( $written, "$open$wanted>" ) ) {
		echo "[$given]: $written\n";
	}
	$has_page = false !== strpos( $wanted, 'own-page' );
	$has_link = false !== strpos( $written, '<a href="https://' );
	if ( $has_page !== $has_link ) {
		echo "[$given] and the link: $written\n";
	}
}
