<?php
// What the shortcode makes of bad values. Says what is wrong, and nothing if all is well.

require $argv[1] . '/wp-load.php';

$open  = '<div class="wp-block-partnership-health-check-check"><partnership-health-check';
$keep  = ' keep="p page_id lang"';
$none  = $keep . ' own-page=""';
$cases = array(
	''                                                      => $none,
	// As the check's own page writes it.
	'lang="en" scores own-page="https://example.org/a/"'    => ' lang="en"' . $keep . ' own-page="https://example.org/a/" scores=""',
	'kind="grant" side="second" length="quick"'             => ' kind="grant" length="quick" side="second"' . $none,
	'kind="none" side="third" length="" heading-level="7"'  => $none,
	'heading-level="2" loading="lazy" link-base="own"'      => ' heading-level="2" loading="lazy"' . $none,
	'link-base="own" own-page="https://example.org/"'       => ' link-base="own"' . $keep . ' own-page="https://example.org/"',
	'kind="grant" invitation="AQ_-abcd0123"'                => ' kind="grant" invitation="AQ_-abcd0123"' . $none,
	'words="partnership = alliance | cy: partner = ffrind"' => ' words="partnership = alliance | cy: partner = ffrind"' . $none,
	// WordPress writes three digits.
	'words="partner = &quot;a&quot; &lt;b&gt; &#91;c&#93;"' => ' words="partner = &quot;a&quot; &lt;b&gt; &#091;c&#093;"' . $none,
	'words="' . str_repeat( 'a', 5001 ) . '"'               => $none,
	'invitation="https://example.org/#phc-invite=AQ"'       => $none,
	'invitation="AQ&quot; onload=&quot;x"'                  => $none,
	'lang="cy" storage-key="a-1"'                           => ' lang="cy" storage-key="a-1"' . $none,
	'lang="cy&quot; onload=&quot;x" storage-key="a b"'      => $none,
	'storage-key="' . str_repeat( 'a', 41 ) . '"'           => $none,
	'keep="cat tag"'                                        => ' keep="p page_id lang cat tag" own-page=""',
	'keep="a&amp;b"'                                        => $none,
	'onclick="alert(1)" style="color:red" class="x" id="y"' => $none,
	'own-page="javascript:alert(1)"'                        => $none,
	'own-page="data:text/html,x"'                           => $none,
	'own-page="/check/"'                                    => $none,
	'own-page="https://example.org/?a=1&b=\'2"'             => $keep . ' own-page="https://example.org/?a=1&#038;b=&#039;2"',
	'scores'                                                => $none . ' scores=""',
	'scores="true"'                                         => $none . ' scores=""',
	'scores="false"'                                        => $none,
	'scores="0"'                                            => $none,
	'scores="no"'                                           => $none,
	'scores="TRUE"'                                         => $none . ' scores=""',
	'kind="scores"'                                         => $none,
);
foreach ( $cases as $given => $wanted ) {
	$written = do_shortcode( "[partnership_health_check $given]" );
	if ( 0 !== strpos( $written, "$open$wanted>" ) ) {
		echo "[$given]: $written\n";
	}
	$has_page = false === strpos( $wanted, ' own-page=""' );
	$has_link = false !== strpos( $written, '<a href="https://' );
	if ( $has_page !== $has_link ) {
		echo "[$given] and the link: $written\n";
	}
}
