<?php
/**
 * Plugin Name:       Earshot
 * Description:       Help articles, short feedback forms and a person, on every page of your site.
 * Version:           0.1.0
 * Requires at least: 6.4
 * Requires PHP:      7.4
 * License:           MIT
 * Text Domain:       earshot
 */

defined( 'ABSPATH' ) || exit;

/** The folder below public/ that `earshot copy` made; each version has its own. */
const EARSHOT_VERSION = '0.1.0';

require_once __DIR__ . '/settings.php';
require_once __DIR__ . '/elements.php';

/** What the owner chose; the defaults where nothing was saved yet. */
function earshot_options(): array {
	$defaults = array(
		'endpoint'  => '',
		'articles'  => '',
		'config'    => '',
		'placement' => 'bottom-end',
		'consent'   => 'not-required',
	);
	return array_merge( $defaults, (array) get_option( 'earshot', array() ) );
}

/** Asynchronous, so that it holds up nothing; without a query behind the name, because the folder is the version. */
function earshot_enqueue(): void {
	$options = earshot_options();
	if ( '' === $options['endpoint'] && '' === $options['config'] ) {
		return;
	}
	$src = plugins_url( 'public/' . EARSHOT_VERSION . '/earshot.js', __FILE__ );
	wp_enqueue_script( 'earshot', $src, array(), null, array( 'strategy' => 'async', 'in_footer' => false ) );
}
add_action( 'wp_enqueue_scripts', 'earshot_enqueue' );

/**
 * The settings, as attributes of the script; WordPress escapes them.
 *
 * @param array $attributes of any script of the page.
 */
function earshot_attributes( $attributes ) {
	if ( ( $attributes['id'] ?? '' ) !== 'earshot-js' ) {
		return $attributes;
	}
	foreach ( earshot_options() as $name => $value ) {
		if ( '' !== $value ) {
			$attributes[ 'data-' . $name ] = $value;
		}
	}
	$attributes['data-locale'] = str_replace( '_', '-', determine_locale() );
	// Files on another host than the page's: a plugin that moves them to a CDN may do so.
	$attributes['crossorigin'] = 'anonymous';
	// Of the site's policy: add_filter( 'earshot_nonce', fn() => my_nonce() ).
	$nonce = apply_filters( 'earshot_nonce', '' );
	if ( is_string( $nonce ) && '' !== $nonce ) {
		$attributes['nonce'] = $nonce;
	}
	return $attributes;
}
add_filter( 'wp_script_attributes', 'earshot_attributes' );
