<?php
/** Elements in the text of a page: `[earshot element="feedback" form="idea"]`, or the block “Earshot”. */

defined( 'ABSPATH' ) || exit;

/** Which there are, and the attributes that each may have. */
const EARSHOT_ELEMENTS = array(
	'help'     => array(),
	'article'  => array( 'article' ),
	'feedback' => array( 'form' ),
	'rating'   => array( 'for', 'scale' ),
	'people'   => array(),
	'requests' => array(),
);

/**
 * @param array|string $given   Attributes; an empty string where there are none.
 * @param string|null  $content What stands inside is the fallback: shown until the element is defined, and when it cannot work.
 */
function earshot_element( $given, $content = null ): string {
	$given = is_array( $given ) ? $given : array();
	$name  = $given['element'] ?? 'help';
	if ( ! is_string( $name ) || ! isset( EARSHOT_ELEMENTS[ $name ] ) ) {
		return '';
	}
	$attributes = '';
	foreach ( EARSHOT_ELEMENTS[ $name ] as $attribute ) {
		if ( isset( $given[ $attribute ] ) && is_string( $given[ $attribute ] ) && '' !== $given[ $attribute ] ) {
			$attributes .= sprintf( ' %s="%s"', $attribute, esc_attr( $given[ $attribute ] ) );
		}
	}
	$fallback = is_string( $content ) && '' !== trim( $content ) ? do_shortcode( $content ) : sprintf( '<p><a href="mailto:%1$s">%1$s</a></p>', antispambot( get_option( 'admin_email' ) ) );
	return sprintf( '<earshot-%1$s%2$s>%3$s</earshot-%1$s>', $name, $attributes, wp_kses_post( $fallback ) );
}
add_shortcode( 'earshot', 'earshot_element' );

function earshot_blocks(): void {
	register_block_type( __DIR__ . '/block', array( 'render_callback' => 'earshot_element' ) );
}
add_action( 'init', 'earshot_blocks' );
