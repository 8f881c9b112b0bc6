<?php
// As much of WordPress as the plugin touches, and a page of it: `php wordpress.php OPTIONS-AS-JSON` prints what visitors get, as JSON.
$asked = json_decode( $argv[1], true );
define( 'ABSPATH', '/' );
$hooks = array();
$queue = array();
$codes = array();
$fields = array();
$blocks = array();

function add_action( $name, $work ) { $GLOBALS['hooks'][ $name ][] = $work; }
function add_filter( $name, $work ) { add_action( $name, $work ); }
function apply_filters( $name, $value ) {
	foreach ( $GLOBALS['hooks'][ $name ] ?? array() as $work ) {
		$value = $work( $value );
	}
	return $value;
}
function do_action( $name ) {
	foreach ( $GLOBALS['hooks'][ $name ] ?? array() as $work ) {
		$work();
	}
}
function add_shortcode( $name, $work ) { $GLOBALS['codes'][ $name ] = $work; }
function do_shortcode( $text ) { return $text; }
function get_option( $name, $default = false ) { return 'admin_email' === $name ? 'hello@shop.example' : ( $GLOBALS['asked']['options'] ?? $default ); }
function determine_locale() { return 'de_DE'; }
function plugins_url( $path, $file ) { return 'https://shop.example/wp-content/plugins/earshot/' . $path; }
function wp_enqueue_script( $handle, $src, $deps, $ver, $args ) {
	if ( array_diff( array_keys( $args ), array( 'strategy', 'in_footer', 'fetchpriority' ) ) ) {
		throw new Exception( 'unknown arguments' );
	}
	$GLOBALS['queue'][] = array( 'id' => $handle . '-js', 'src' => $src . ( null === $ver ? '' : '?ver=' . $ver ), $args['strategy'] => true );
}
function esc_attr( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_html( $text ) { return htmlspecialchars( $text, ENT_QUOTES ); }
function esc_html__( $text, $domain ) { return esc_html( $text ); }
function esc_url( $text ) { return esc_attr( $text ); }
function esc_url_raw( $text, $schemes ) { return preg_match( '#^(https?:/)?/#', $text ) ? $text : ''; }
function __( $text, $domain ) { return $text; }
function selected( $a, $b, $echo ) { return $a === $b ? " selected='selected'" : ''; }
function antispambot( $text ) { return $text; }
function wp_kses_post( $text ) { return preg_replace( '#<script.*?</script>#s', '', $text ); }
function register_setting( $group, $name, $args ) { $GLOBALS['sanitize'] = $args['sanitize_callback']; }
function add_settings_section() {}
function add_settings_field( $id, $title, $work, $page, $section, $args ) { $GLOBALS['fields'][] = array( $work, $args ); }
function settings_fields( $group ) { echo '<input type="hidden" name="_wpnonce" value="x">'; }
function do_settings_sections() {
	foreach ( $GLOBALS['fields'] as list( $work, $args ) ) {
		$work( $args );
	}
}
function submit_button() { echo '<button>Save</button>'; }
function admin_url( $path ) { return 'https://shop.example/wp-admin/' . $path; }
function current_user_can( $what ) { return $GLOBALS['asked']['can'] ?? true; }
function add_options_page( $title, $menu, $can, $slug, $work ) { $GLOBALS['page'] = $work; }
function register_block_type( $folder, $args ) { $GLOBALS['blocks'][] = array( json_decode( file_get_contents( $folder . '/block.json' ), true )['name'], $args['render_callback'] ); }

set_error_handler( function ( $level, $message, $file, $line ) { throw new ErrorException( $message, 0, $level, $file, $line ); } );
require $asked['plugin'];
if ( isset( $asked['nonce'] ) ) {
	add_filter( 'earshot_nonce', function () { return $GLOBALS['asked']['nonce']; } );
}
foreach ( array( 'init', 'wp_enqueue_scripts', 'admin_init', 'admin_menu' ) as $moment ) {
	do_action( $moment );
}
$scripts = '';
foreach ( $queue as $attributes ) {
	$scripts .= '<script';
	foreach ( apply_filters( 'wp_script_attributes', $attributes ) as $name => $value ) {
		$scripts .= true === $value ? " $name" : sprintf( ' %s="%s"', $name, esc_attr( $value ) );
	}
	$scripts .= '></script>';
}
$elements = array();
foreach ( $asked['elements'] ?? array() as list( $given, $content ) ) {
	$elements[] = $codes['earshot']( $given, $content );
}
ob_start();
$page();
$settings = ob_get_clean();
echo json_encode( array(
	'scripts' => $scripts, 'elements' => $elements, 'settings' => $settings, 'blocks' => $blocks,
	'saved' => $sanitize( $asked['input'] ?? null ), 'other' => apply_filters( 'wp_script_attributes', array( 'id' => 'other-js' ) ),
) );
