/** The classic script for a `<script>` tag: defines the tag and adds no global variable. */
import './index.js';
